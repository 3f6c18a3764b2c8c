import type { ResolveReport } from '@parley/contract/reports'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { describeError } from '../../app/describe-error'
import { Avatar } from '../../ui/Avatar'
import { Button } from '../../ui/Button'
import { fullStamp, momentLabel } from '../messages/days'
import { Stamp } from '../messages/Stamp'
import type { ReportedMessage } from './use-reports'

export type Decision = Pick<ResolveReport, 'outcome' | 'deleteMessage'>

interface Props {
  reported: ReportedMessage
  /** Nobody decides on their own message, but for an owner. */
  decides: boolean
  onDecide: (decision: Decision) => Promise<unknown>
  /** Asks first. */
  onDelete: () => void
  onShow: () => void
}

/** A message, what is said against it, and what can be done. */
export function ReportedRow({ reported: { message, reports }, decides, onDecide, onDelete, onShow }: Props) {
  const [busy, setBusy] = useState<Decision['outcome'] | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const { sender, createdAt, deletedAt, body } = message
  const now = new Date()

  async function decide(outcome: Decision['outcome']) {
    setBusy(outcome)
    setFailure(null)
    await onDecide({ outcome, deleteMessage: false }).catch((error: unknown) => setFailure(describeError(error)))
    setBusy(null)
  }
  return (
    <li
      aria-label={`Message of ${sender.displayName}`}
      className="border-b border-line px-2 py-4 first:pt-2 last:border-b-0"
    >
      <div className="flex gap-3">
        <Avatar user={sender} size={24} />
        <div className="min-w-0 grow">
          <p className="flex items-baseline gap-2">
            <bdi className="min-w-0 truncate font-medium">{sender.displayName}</bdi>
            <Stamp at={createdAt} label={momentLabel(createdAt, now)} />
          </p>
          <p dir="auto" className="line-clamp-6 wrap-anywhere whitespace-pre-wrap">
            {deletedAt ? <span className="text-fg-faint">This message was deleted</span> : body}
          </p>
          <ul className="mt-2.5 flex flex-col gap-1 border-s-2 border-line ps-3 text-meta text-fg-muted">
            {reports.map(({ id, reason, reportedBy, createdAt: at }) => (
              <li key={id} className="wrap-anywhere">
                <span className="text-fg">{reason}</span>
                <span title={fullStamp(at)}>
                  {' · '}
                  {reportedBy ? <bdi>{reportedBy.displayName}</bdi> : 'A member'}
                </span>
              </li>
            ))}
          </ul>
          {failure !== null && (
            <p role="alert" className="mt-2 text-meta text-danger">
              {failure}
            </p>
          )}
          <div className="mt-3 flex flex-wrap items-center gap-2">
            {decides ? (
              <>
                {!deletedAt && (
                  <Button size="sm" className="text-danger!" onClick={onDelete}>
                    Delete…
                  </Button>
                )}
                <Button size="sm" busy={busy === 'resolved'} onClick={() => void decide('resolved')}>
                  Resolve
                </Button>
                <Button size="sm" busy={busy === 'dismissed'} onClick={() => void decide('dismissed')}>
                  Dismiss
                </Button>
              </>
            ) : (
              <p className="text-meta text-fg-muted">Somebody else decides about what you wrote.</p>
            )}
            <Link
              to="/r/$roomId"
              params={{ roomId: message.roomId }}
              search={{ at: message.seq }}
              state={() => ({ visit: Date.now() })}
              onClick={onShow}
              className="touch-target inline-flex items-center rounded-sm text-meta font-medium text-accent hover:underline"
            >
              Show in room
            </Link>
          </div>
        </div>
      </div>
    </li>
  )
}
