import type { Quote } from '@parley/contract/messages'
import { useNavigate } from '@tanstack/react-router'
import { UnlessBlocked } from '../blocks/UnlessBlocked'
import { plainText } from '../body/parsed'
import { useMessageActions } from './actions'

interface Props {
  quote: Quote
  /** Of an answer in a thread that stands in its room too: what it quotes is in the thread. */
  thread: { roomId: string; rootId: string } | null
}

/** What a reply answers, in one line; leads to it. */
export function QuoteLine({ quote, thread }: Props) {
  const { jumpTo } = useMessageActions()
  const navigate = useNavigate()
  const open = () => {
    if (thread === null) return jumpTo(quote.seq)
    const search = { at: quote.seq, thread: thread.rootId }
    void navigate({ to: '/r/$roomId', params: thread, search, state: () => ({ visit: Date.now() }) })
  }
  return (
    <button
      type="button"
      onClick={open}
      className="relative my-0.5 flex max-w-full min-w-0 items-center gap-2 rounded-sm text-start text-meta text-fg-muted after:absolute after:inset-x-0 pointer-coarse:after:-inset-y-3 hover:text-fg"
    >
      <span aria-hidden="true" className="h-4 w-0.5 shrink-0 rounded-full bg-fg-faint/50" />
      <span className="sr-only">In reply to </span>
      <span className="max-w-48 shrink-0 truncate font-medium">{quote.sender.displayName}</span>
      <span dir="auto" className="min-w-0 truncate">
        <UnlessBlocked userId={quote.sender.id}>
          {plainText(quote.body) || <em className="text-fg-faint">Deleted message</em>}
        </UnlessBlocked>
      </span>
    </button>
  )
}
