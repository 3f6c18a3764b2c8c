import type { Entry } from '@parley/client'
import { api } from '@parley/client/react'
import { describeError } from '../../app/describe-error'
import { Dialog } from '../../ui/Dialog'
import { ErrorState } from '../../ui/ErrorState'
import { Skeleton } from '../../ui/Skeleton'
import { useLast } from '../../ui/use-last'
import { momentLabel } from './days'
import type { AboutMessage } from './about-message'

/** What a message has said, as it is now first. */
export function HistoryDialog({ entry, onClose, finalFocus }: AboutMessage) {
  const shown = useLast(entry)
  return (
    <Dialog open={entry !== null} onOpenChange={(open) => !open && onClose()} title="Edits" finalFocus={finalFocus}>
      {shown && <Wordings entry={shown} />}
    </Dialog>
  )
}

function Wordings({ entry: { message } }: { entry: Entry }) {
  // Each edit is another question.
  const { data, error, refetch } = api.messages.history.useQuery(
    { messageId: message.id },
    { staleTime: 0, queryHash: `history ${message.id} ${message.version}` },
  )
  if (error)
    return (
      <ErrorState title="Couldn't load the edits" onRetry={() => void refetch()}>
        {describeError(error)}
      </ErrorState>
    )
  const now = new Date()
  // Each was said from the edit before it on.
  const said = [...(data ?? []), { body: message.body, editedAt: null }].map(({ body }, at) => ({
    body,
    since: data?.[at - 1]?.editedAt ?? (at === 0 ? message.createdAt : (message.editedAt ?? message.createdAt)),
  }))
  return (
    <ol
      aria-label="Newest first"
      aria-busy={!data}
      className="overflow-y-auto rounded-xl px-5 pt-2 pb-5 -outline-offset-2"
      tabIndex={0}
    >
      {!data && <Skeleton className="my-2 h-12" />}
      {data &&
        said.toReversed().map(({ body, since }, at) => (
          <li key={said.length - at} className="border-t border-line py-3 first:border-t-0">
            <p className="text-stamp text-fg-muted">
              {at === 0 ? 'Now' : at === said.length - 1 ? 'At first' : 'Before'}
              <span className="text-fg-faint"> · {momentLabel(since, now)}</span>
            </p>
            <p dir="auto" className="mt-0.5 wrap-anywhere whitespace-pre-wrap">
              {body || <em className="text-fg-faint">No words</em>}
            </p>
          </li>
        ))}
    </ol>
  )
}
