import { useSession } from '@parley/client/react'
import type { Message } from '@parley/contract/messages'
import { useMemo } from 'react'
import { usePeople } from '../presence/people'
import { callsOf, splitMentions } from './mention-runs'

/** Text of a message with the names in it that call somebody; one's own stands out. */
export function MentionText({ text, message }: { text: string; message: Message }) {
  const people = usePeople()
  const { user: self } = useSession()
  const runs = useMemo(() => {
    if (!self || (message.mentions.length === 0 && message.audience === null)) return [{ text }]
    return splitMentions(text, callsOf(message, { self, find: (id) => people.find(id) }))
  }, [text, message, self, people])
  return runs.map((run, index) =>
    run.calls ? (
      <span
        key={index}
        className={run.calls === 'you' ? 'rounded-sm bg-mention/20 px-0.5 font-semibold' : 'font-medium text-accent'}
      >
        {run.text}
      </span>
    ) : (
      run.text
    ),
  )
}
