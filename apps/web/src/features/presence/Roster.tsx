import { api, usePresence } from '@parley/client/react'
import type { PresenceOf } from '@parley/contract/presence'
import type { Member } from '@parley/contract/rooms'
import { useEffect, useMemo, useRef, type ReactNode } from 'react'
import { describeError } from '../../app/describe-error'
import { SidePanel } from '../../app/SidePanel'
import { ErrorState } from '../../ui/ErrorState'
import { Skeleton } from '../../ui/Skeleton'
import { useOpenRoom } from '../rooms/use-open-room'
import { RosterRow } from './RosterRow'
import { splitRoster } from './roster-order'

interface Props {
  roomId: string
  memberCount: number
  selfId: string
  onClose: () => void
}

/** Who is in the room, those who are here first. */
export function Roster({ roomId, memberCount, selfId, onClose }: Props) {
  const members = api.rooms.members.useInfiniteQuery(
    { roomId, limit: 100 },
    { getNextPageParam: (page) => page.nextCursor, staleTime: 10_000 },
  )
  const presence = usePresence(useMemo(() => ({ roomId }), [roomId]))
  const all = useMemo(() => members.data?.pages.flatMap((page) => page.items) ?? [], [members.data])
  const { online, offline } = useMemo(() => splitRoster(all, presence), [all, presence])
  const { messagePerson } = useOpenRoom(onClose)

  // Somebody came or went: the count is live, the list is not.
  const { refetch } = members
  const counted = useRef(memberCount)
  useEffect(() => {
    if (counted.current !== memberCount) void refetch()
    counted.current = memberCount
  }, [memberCount, refetch])

  const row = (member: Member, status: PresenceOf | undefined) => (
    <RosterRow
      key={member.user.id}
      member={member}
      presence={status}
      self={member.user.id === selfId}
      onMessage={messagePerson}
    />
  )
  return (
    <SidePanel title="Members" onClose={onClose}>
      {members.error && all.length === 0 ? (
        <ErrorState title="Couldn't load the members" onRetry={() => void refetch()}>
          {describeError(members.error)}
        </ErrorState>
      ) : members.isPending ? (
        <RosterSkeleton />
      ) : (
        <div className="px-2 pb-4">
          <Group label="Here now" count={online.length}>
            {online.map((member) => row(member, presence.get(member.user.id)))}
          </Group>
          <Group label="Not here" count={offline.length + Math.max(0, memberCount - all.length)}>
            {offline.map((member) => row(member, presence.get(member.user.id)))}
          </Group>
          {members.hasNextPage && (
            <More busy={members.isFetchingNextPage} onSeen={() => void members.fetchNextPage()} />
          )}
        </div>
      )}
    </SidePanel>
  )
}

function Group({ label, count, children }: { label: string; count: number; children: ReactNode }) {
  if (count === 0) return null
  return (
    <section>
      <h3 className="tabular px-2 pt-4 pb-1 text-stamp font-medium text-fg-faint">
        {label} · {count.toLocaleString()}
      </h3>
      <ul>{children}</ul>
    </section>
  )
}

/** The next page, asked for when its place comes into view. */
function More({ busy, onSeen }: { busy: boolean; onSeen: () => void }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (busy) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && onSeen(), { rootMargin: '400px' })
    observer.observe(place.current!)
    return () => observer.disconnect()
  })
  return (
    <div ref={place}>
      <RosterSkeleton />
    </div>
  )
}

function RosterSkeleton() {
  return (
    <div aria-hidden="true" className="flex flex-col gap-4 px-4 py-4">
      {['w-32', 'w-24', 'w-36', 'w-28'].map((width) => (
        <div key={width} className="flex items-center gap-3">
          <Skeleton className="size-6" />
          <Skeleton className={`h-3.5 ${width}`} />
        </div>
      ))}
    </div>
  )
}
