import type { Entry } from '@parley/client'
import type { Message } from '@parley/contract/messages'
import { Ban } from 'lucide-react'
import { useState } from 'react'
import { classNames } from '../../ui/class-names'
import { MessageAttachments } from '../attachments/MessageAttachments'
import { Folded } from '../blocks/Folded'
import { useIsBlocked } from '../blocks/use-blocked'
import { MentionText } from '../mentions/MentionText'
import { fullStamp } from './days'
import { EditedMark } from './EditedMark'
import { toRuns } from './links'
import type { Reader } from './permissions'
import { QuoteLine } from './QuoteLine'
import { sayNote } from './say-note'
import { ReactionPills } from './ReactionPills'
import { SendState } from './SendState'

/** What somebody said, and what became of it. */
export function MessageContent({ entry, reader }: { entry: Entry; reader: Reader }) {
  const { message, state } = entry
  const blocked = useIsBlocked(message.sender.id)
  const [shown, setShown] = useState(false)
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
  if (blocked && !shown) return <Folded onShow={() => setShown(true)} />
  return (
    <>
      {message.replyTo && <QuoteLine quote={message.replyTo} />}
      {(message.body !== '' || message.editedAt) && (
        <p
          dir="auto"
          className={classNames('max-w-[60ch] wrap-anywhere whitespace-pre-wrap', state !== 'sent' && 'opacity-60')}
        >
          <Body message={message} />
          {message.editedAt && <EditedMark entry={entry} />}
        </p>
      )}
      {message.attachments.length > 0 && (
        <MessageAttachments attachments={message.attachments} sent={state === 'sent'} />
      )}
      {message.reactions.length > 0 && <ReactionPills entry={entry} reader={reader} />}
      {state !== 'sent' && <SendState entry={entry} />}
    </>
  )
}

function Body({ message }: { message: Message }) {
  return toRuns(message.body).map((run, index) =>
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
      <MentionText key={index} text={run.text} message={message} />
    ),
  )
}
