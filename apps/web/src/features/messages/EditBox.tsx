import type { Entry } from '@parley/client'
import { useRef, useState, type KeyboardEvent } from 'react'
import { Button } from '../../ui/Button'
import { isOfInputMethod } from '../composing/is-of-input-method'
import { useFormatting } from '../composing/use-formatting'
import { MentionList } from '../mentions/MentionList'
import { useMentions } from '../mentions/use-mentions'
import { useRoom } from '../rooms/use-room'
import { useMessageActions } from './actions'
import { charactersLeft } from './length'
import { useAutosize } from './use-autosize'

/**
 * The message as a text again, in its own place. A row that is scrolled away leaves the document, so the words are kept
 * beside it, and the list gives the focus.
 */
export function EditBox({ entry }: { entry: Entry }) {
  const actions = useMessageActions()
  const { key, message } = entry
  const { edits } = actions
  const [text, setText] = useState(() => edits.get(key) ?? message.body)
  const area = useRef<HTMLTextAreaElement>(null)
  const room = useRoom(message.roomId)
  const change = (next: string) => {
    setText(next)
    edits.set(key, next)
  }
  const mentions = useMentions({ room, text, area, onChange: change })
  const formatting = useFormatting(area)
  useAutosize(area, text)

  const left = charactersLeft(text)
  const body = text.trim()
  const savable = body !== '' && (left ?? 0) >= 0
  const cancel = () => {
    edits.delete(key)
    actions.edit(null)
  }
  const save = () => {
    if (!savable) return
    if (body === message.body) return cancel()
    actions.saveEdit(entry, body)
    actions.edit(null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // Keys of the list, such as the arrows between messages, mean nothing here.
    event.stopPropagation()
    if (isOfInputMethod(event) || mentions.onKeyDown(event) || formatting.onKeyDown(event)) return
    if (event.key === 'Escape') {
      event.preventDefault()
      cancel()
    } else if (event.key === 'Enter' && !formatting.breaks(event)) {
      event.preventDefault()
      save()
    }
  }

  return (
    <div className="relative my-1 rounded-lg border border-line-strong bg-bg-raised focus-within:border-accent">
      <MentionList {...mentions.list} />
      <textarea
        ref={area}
        dir="auto"
        rows={1}
        aria-label="Edit message"
        value={text}
        onChange={(event) => change(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={formatting.onPaste}
        onBlur={mentions.close}
        {...mentions.areaProps}
        className="block field-sizing-content max-h-[40dvh] min-h-10 w-full resize-none bg-transparent px-3 pt-2 text-message outline-none pointer-coarse:text-[16px]"
      />
      <div className="flex items-center justify-end gap-1.5 p-1.5">
        {left !== null && <span className="tabular me-auto ps-1.5 text-stamp text-fg-muted">{left}</span>}
        <Button look="quiet" size="sm" onClick={cancel}>
          Cancel
        </Button>
        <Button look="primary" size="sm" disabled={!savable} onClick={save}>
          Save
        </Button>
      </div>
    </div>
  )
}
