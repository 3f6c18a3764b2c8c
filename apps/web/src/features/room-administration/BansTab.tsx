import { api } from '@parley/client/react'
import type { Ban } from '@parley/contract/room-administration'
import { useState } from 'react'
import { ConfirmDialog } from '../../app/ConfirmDialog'
import { Avatar } from '../../ui/Avatar'
import { Button } from '../../ui/Button'
import { useMemberActs } from '../members/use-member-acts'
import { dayLabel, fullStamp } from '../messages/days'
import { PagedList } from './PagedList'

/** Who is kept out of the room, by whom and why; and letting them in again. */
export function BansTab({ roomId }: { roomId: string }) {
  const bans = api.rooms.bans.useInfiniteQuery({ roomId }, { getNextPageParam: (page) => page.nextCursor })
  const { unban } = useMemberActs(roomId)
  const [pardoned, setPardoned] = useState<Ban | null>(null)
  return (
    <>
      <PagedList
        query={bans}
        failed="Couldn't load who is banned"
        empty="Nobody is banned from this room."
        renderRow={(ban) => (
          <li key={ban.user.id} className="flex items-center gap-3 rounded-lg px-2 py-2">
            <Avatar user={ban.user} size={24} className="self-start" />
            <div className="min-w-0 grow">
              <p className="truncate">
                <bdi className="font-medium">{ban.user.displayName}</bdi>{' '}
                <span className="text-meta text-fg-faint">@{ban.user.username}</span>
              </p>
              <p className="text-meta wrap-anywhere text-fg-muted" title={fullStamp(ban.createdAt)}>
                {ban.bannedBy.displayName}, {dayLabel(ban.createdAt, new Date())}
                {ban.reason !== null && <> · {ban.reason}</>}
              </p>
            </div>
            <Button size="sm" aria-label={`Unban ${ban.user.displayName}`} onClick={() => setPardoned(ban)}>
              Unban
            </Button>
          </li>
        )}
      />
      <ConfirmDialog
        open={pardoned !== null}
        onClose={() => setPardoned(null)}
        title={`Unban ${pardoned?.user.displayName ?? ''}?`}
        description="They can join or be added again. They don't come back by themselves."
        action="Unban"
        look="primary"
        onConfirm={() => unban(pardoned!.user.id)}
      />
    </>
  )
}
