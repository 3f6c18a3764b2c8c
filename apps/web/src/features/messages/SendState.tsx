import type { Entry } from '@parley/client'
import { useConnection } from '@parley/client/react'
import { CircleAlert, Clock } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useMessageActions } from './actions'
import { stamp } from './days'
import { TimeLeft } from './TimeLeft'

const link =
  'relative rounded-sm font-medium after:absolute after:-inset-x-2 after:inset-y-0 pointer-coarse:after:-inset-y-3 underline underline-offset-2 hover:no-underline'

/** What became of a message of one's own: nothing to say for the first second, then that it is on its way. */
export function SendState({ entry }: { entry: Entry }) {
  if (entry.state === 'failed') return <Failed entry={entry} />
  const { retryAt } = entry.error ?? {}
  return retryAt ? <Waiting entry={entry} until={retryAt} /> : <Pending since={entry.since} />
}

/** Too fast, or in slow mode: it goes by itself. */
function Waiting({ entry, until }: { entry: Entry; until: string }) {
  const { discard } = useMessageActions()
  return (
    <p role="status" className="flex flex-wrap items-center gap-x-2.5 gap-y-0.5 text-stamp text-fg-faint">
      <span className="flex items-center gap-1.5">
        <Clock aria-hidden="true" className="size-3 shrink-0" />
        <span>
          Goes by itself in <TimeLeft until={new Date(until)} />
        </span>
      </span>
      <button type="button" className={link} onClick={() => discard(entry)}>
        Discard
      </button>
    </p>
  )
}

function Pending({ since }: { since: number }) {
  const [late, setLate] = useState(() => Date.now() - since >= 1_000)
  const connected = useConnection().status === 'open'
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), Math.max(0, 1_000 - (Date.now() - since)))
    return () => clearTimeout(timer)
  }, [since])
  if (!late) return null
  return (
    <p className="flex items-center gap-1.5 text-stamp text-fg-faint">
      <Clock aria-hidden="true" className="size-3" />
      {connected ? 'Sending' : "You're offline; it will go when you're back"}
    </p>
  )
}

function Failed({ entry }: { entry: Entry }) {
  const { retry, discard } = useMessageActions()
  return (
    <p role="alert" className="flex flex-wrap items-center gap-x-2.5 gap-y-0.5 text-meta text-danger">
      <span className="flex items-center gap-1.5">
        <CircleAlert aria-hidden="true" className="size-3.5 shrink-0" />
        {failureText(entry)}
      </span>
      <button type="button" className={link} onClick={() => retry(entry)}>
        Retry
      </button>
      <button type="button" className={link} onClick={() => discard(entry)}>
        Discard
      </button>
    </p>
  )
}

function failureText({ error, message }: Entry): string {
  switch (error?.appCode) {
    case 'rate_limited':
      return error.retryAt
        ? `Couldn't send. You can write again at ${stamp(new Date(error.mutedUntil ?? error.retryAt))}.`
        : "Couldn't send. That was too fast."
    case 'forbidden':
    case 'not_found':
      return "Couldn't send. You can't write in this room."
    case 'conflict':
      return "Couldn't send. This room is archived."
    case 'too_large':
    case 'invalid':
      if (message.threadRootId !== null || message.replyTo !== null)
        return "Couldn't send. What it answers is gone, or the message is too long."
      return message.attachments.length > 0
        ? "Couldn't send. Its files are no longer there; add them again."
        : "Couldn't send. The message is too long."
    default:
      return "Couldn't send."
  }
}
