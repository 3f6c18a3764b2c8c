import type { Entry } from '@parley/client'
import { Ban } from 'lucide-react'
import { classNames } from '../../ui/class-names'
import { fullStamp } from './days'
import { toRuns } from './links'
import { QuoteLine } from './QuoteLine'
import { sayNote } from './say-note'
import { ReactionPills } from './ReactionPills'
import { SendState } from './SendState'

/** What somebody said, and what became of it. */
export function MessageContent({ entry, selfId, writable }: { entry: Entry; selfId: string; writable: boolean }) {
  const { message, state } = entry
  const note = sayNote(message)
  if (note !== null) return <p className="wrap-anywhere text-fg-muted">{note}</p>
  if (message.deletedAt) {
    return (
      <p className="flex items-center gap-1.5 text-fg-faint" title={`Deleted ${fullStamp(message.deletedAt)}`}>
        <Ban aria-hidden="true" className="size-3.5 shrink-0" />
        This message was deleted
      </p>
    )
  }
  return (
    <>
      {message.replyTo && <QuoteLine quote={message.replyTo} />}
      <p
        dir="auto"
        className={classNames('max-w-[60ch] wrap-anywhere whitespace-pre-wrap', state !== 'sent' && 'opacity-60')}
      >
        <Body text={message.body} />
        {message.editedAt && (
          <span className="ms-1.5 text-stamp text-fg-faint" title={`Edited ${fullStamp(message.editedAt)}`}>
            edited
          </span>
        )}
      </p>
      {message.reactions.length > 0 && <ReactionPills entry={entry} selfId={selfId} writable={writable} />}
      {state !== 'sent' && <SendState entry={entry} />}
    </>
  )
}

function Body({ text }: { text: string }) {
  return toRuns(text).map((run, index) =>
    run.href ? (
      <a
        key={index}
        href={run.href}
        target="_blank"
        rel="noopener noreferrer nofollow"
        className="rounded-sm text-accent underline decoration-accent/35 underline-offset-2 hover:decoration-accent"
      >
        {run.text}
      </a>
    ) : (
      run.text
    ),
  )
}
