import type { Entry } from '@parley/client'
import { Ban } from 'lucide-react'
import { useState } from 'react'
import { MessageAttachments } from '../attachments/MessageAttachments'
import { Folded } from '../blocks/Folded'
import { useIsBlocked } from '../blocks/use-blocked'
import { Body } from '../body/Body'
import { LinkPreview } from '../previews/LinkPreview'
import { fullStamp } from './days'
import { EditedMark } from './EditedMark'
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
  const { roomId, threadRootId: rootId } = message
  const thread = rootId !== null && reader.rootId === null ? { roomId, rootId } : null
  if (blocked && !shown) return <Folded onShow={() => setShown(true)} />
  return (
    <>
      {message.replyTo && <QuoteLine quote={message.replyTo} thread={thread} />}
      {(message.body !== '' || message.editedAt) && (
        <Body message={message} faded={state !== 'sent'} after={message.editedAt && <EditedMark entry={entry} />} />
      )}
      {message.attachments.length > 0 && (
        <MessageAttachments attachments={message.attachments} sent={state === 'sent'} />
      )}
      {message.preview && state === 'sent' && (
        <LinkPreview
          key={message.preview.url}
          message={message}
          removable={message.sender.id === reader.selfId || reader.moderates}
        />
      )}
      {message.reactions.length > 0 && <ReactionPills entry={entry} reader={reader} />}
      {state !== 'sent' && <SendState entry={entry} />}
    </>
  )
}
