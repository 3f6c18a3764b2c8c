import type { Entry } from '@parley/client'
import { ReportDialog } from '../reports/ReportDialog'
import { DeleteDialog } from './DeleteDialog'
import { HistoryDialog } from './HistoryDialog'
import { MessageSheet } from './MessageSheet'
import type { Reader } from './permissions'
import { ReactionsDialog } from './ReactionsDialog'

/** What is asked about a message, one thing at a time. */
export interface AskedOfMessage {
  entry: Entry
  what: 'sheet' | 'remove' | 'report' | 'history' | 'reactions'
}

interface Props {
  asked: AskedOfMessage | null
  reader: Reader
  onClose: () => void
  onDelete: (entry: Entry) => void
}

export function MessageDialogs({ asked, reader, onClose, onDelete }: Props) {
  const of = (what: AskedOfMessage['what']) => ({ entry: asked?.what === what ? asked.entry : null, onClose })
  return (
    <>
      <MessageSheet {...of('sheet')} reader={reader} />
      <DeleteDialog {...of('remove')} onDelete={onDelete} />
      <ReportDialog {...of('report')} />
      <HistoryDialog {...of('history')} />
      <ReactionsDialog {...of('reactions')} />
    </>
  )
}
