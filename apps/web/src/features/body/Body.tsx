import type { Message } from '@parley/contract/messages'
import { memo, useMemo, type ReactNode } from 'react'
import { classNames } from '../../ui/class-names'
import { MentionText } from '../mentions/MentionText'
import { toElements, type Say } from './blocks'
import './body.css'
import { isOnlyEmoji } from './only-emoji'
import { treeOf } from './parsed'
import { mayHaveShortNames, type ShortNames, useShortNames, withEmoji } from './short-names'

interface Props {
  message: Message
  /** Stands behind the last word. */
  after?: ReactNode
  faded?: boolean
}

/** What a message says, as its Markdown means it. */
export const Body = memo(function Body({ message, after, faded = false }: Props) {
  const { body } = message
  const names = useShortNames(mayHaveShortNames(body))
  const { blocks, tail, large } = useMemo(() => {
    const { children } = treeOf(body)
    const say = sayOf(message, names)
    const last = children.at(-1)
    // The last paragraph's words, apart from the rest: what follows them stands in the same line.
    const words = last?.type === 'paragraph' ? last.children : null
    return {
      blocks: toElements(words ? children.slice(0, -1) : children, say),
      tail: words && toElements(words, say, false),
      large: isOnlyEmoji(children, say.plain),
    }
  }, [body, message, names])
  return (
    <div className={classNames('message-body', large && 'message-body-large', faded && 'opacity-60')}>
      {blocks}
      {(tail || after) && (
        <p dir="auto">
          {tail}
          {after}
        </p>
      )}
    </div>
  )
})

function sayOf(message: Message, names: ShortNames | null): Say {
  const callsSomebody = message.mentions.length > 0 || message.audience !== null
  const plain = (text: string) => withEmoji(text, names)
  return {
    plain,
    text: (text, inLink) =>
      callsSomebody && !inLink && text.includes('@') ? (
        <MentionText text={plain(text)} message={message} />
      ) : (
        plain(text)
      ),
  }
}
