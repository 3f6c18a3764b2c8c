import { api } from '@parley/client/react'
import type { AuditEntry } from '@parley/contract/room-administration'
import { Avatar } from '../../ui/Avatar'
import { fullStamp, momentLabel } from '../messages/days'
import { PagedList } from './PagedList'
import { sayAct } from './say-act'

/** Who did what to the room, and when. */
export function AuditTab({ roomId }: { roomId: string }) {
  const log = api.rooms.audit.useInfiniteQuery(
    { roomId },
    { getNextPageParam: (page) => page.nextCursor, refetchOnMount: 'always' },
  )
  return (
    <PagedList
      query={log}
      failed="Couldn't load the log"
      empty="Nothing was done to this room yet."
      renderRow={(entry) => <Line key={entry.id} entry={entry} />}
    />
  )
}

function Line({ entry }: { entry: AuditEntry }) {
  const { actor, at, details } = entry
  const reason = typeof details['reason'] === 'string' ? details['reason'] : null
  return (
    <li className="flex gap-3 px-2 py-2">
      {actor ? <Avatar user={actor} size={24} /> : <span className="w-6 shrink-0" />}
      <div className="min-w-0 grow">
        <p className="wrap-anywhere">
          <bdi className="font-medium">{actor?.displayName ?? 'Somebody who is gone'}</bdi> {sayAct(entry, new Date())}
        </p>
        <p className="tabular text-meta wrap-anywhere text-fg-muted">
          <time dateTime={at.toISOString()} title={fullStamp(at)}>
            {momentLabel(at, new Date())}
          </time>
          {reason !== null && <> · {reason}</>}
        </p>
      </div>
    </li>
  )
}
