import type { Entry } from '@parley/client'
import { ReportDialog } from '../reports/ReportDialog'
import { DeleteDialog } from './DeleteDialog'
import { HistoryDialog } from './HistoryDialog'
import { MessageSheet } from './MessageSheet'
import type { Reader } from './permissions'
import { ReactionsDialog } from './ReactionsDialog'
import { useLast } from '../../ui/use-last'

/** What is asked about a message, one thing at a time. */
export interface AskedOfMessage {
  entry: Entry
  what: 'sheet' | 'remove' | 'report' | 'history' | 'reactions'
  byKeyboard: boolean
}

interface Props {
  asked: AskedOfMessage | null
  reader: Reader
  /** Where a message is in the document. */
  find: (key: string) => HTMLElement | null
  onClose: () => void
  onDelete: (entry: Entry) => void
}

export function MessageDialogs({ asked, reader, find, onClose, onDelete }: Props) {
  const last = useLast(asked)
  const finalFocus = () => (last?.byKeyboard ? find(last.entry.key) : null)
  const of = (what: AskedOfMessage['what']) => ({ entry: asked?.what === what ? asked.entry : null, onClose })
  return (
    <>
      <MessageSheet {...of('sheet')} reader={reader} />
      <DeleteDialog finalFocus={finalFocus} {...of('remove')} onDelete={onDelete} />
      <ReportDialog finalFocus={finalFocus} {...of('report')} />
      <HistoryDialog finalFocus={finalFocus} {...of('history')} />
      <ReactionsDialog finalFocus={finalFocus} {...of('reactions')} />
    </>
  )
}
