import { api, usePresence } from '@parley/client/react'
import type { PresenceOf } from '@parley/contract/presence'
import type { InboxRoom, Member, Role } from '@parley/contract/rooms'
import { UserPlus } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { describeError } from '../../app/describe-error'
import { SidePanel } from '../../app/SidePanel'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorState } from '../../ui/ErrorState'
import { SearchField } from '../../ui/SearchField'
import { MemberDialogs, type AskedOf } from '../members/MemberDialogs'
import { MemberMenu } from '../members/MemberMenu'
import { PersonDialog } from '../members/PersonDialog'
import { useMemberActs } from '../members/use-member-acts'
import { Notice } from '../messages/Notice'
import { mayIn } from '../rooms/may'
import { useRoomDialogs } from '../rooms/room-dialogs'
import { useDelayed } from '../rooms/use-delayed'
import { useOpenRoom } from '../rooms/use-open-room'
import { MoreMembers, RosterGroup, RosterSkeleton } from './RosterGroup'
import { RosterRow } from './RosterRow'
import { splitRoster } from './roster-order'

interface Props {
  room: InboxRoom
  selfId: string
  onClose: () => void
}

/** Who is in the room, those who are here first; and what one may do with them. */
export function Roster({ room, selfId, onClose }: Props) {
  const { id: roomId, memberCount, role } = room
  const openDialog = useRoomDialogs()
  const [text, setText] = useState('')
  const query = useDelayed(text.trim(), 200)
  const members = api.rooms.members.useInfiniteQuery(
    { roomId, limit: 100, ...(query && { query }) },
    { getNextPageParam: (page) => page.nextCursor, staleTime: 10_000, placeholderData: (previous) => previous },
  )
  const presence = usePresence(useMemo(() => ({ roomId }), [roomId]))
  const all = useMemo(() => members.data?.pages.flatMap((page) => page.items) ?? [], [members.data])
  const { online, offline } = useMemo(() => splitRoster(all, presence), [all, presence])
  const { messagePerson } = useOpenRoom(onClose)
  const acts = useMemberActs(roomId)
  const [asked, setAsked] = useState<AskedOf | null>(null)
  const [profiled, setProfiled] = useState<Member | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const clearFailure = useCallback(() => setFailure(null), [])
  const attempt = (work: Promise<unknown>) => void work.catch((error: unknown) => setFailure(describeError(error)))

  // Somebody came or went, or one's own role changed: that is live, the list is not.
  const { refetch } = members
  const known = `${memberCount} ${role}`
  const before = useRef(known)
  useEffect(() => {
    if (before.current !== known) void refetch()
    before.current = known
  }, [known, refetch])

  const row = (member: Member, status: PresenceOf | undefined) => (
    <RosterRow
      key={member.user.id}
      member={member}
      presence={status}
      self={member.user.id === selfId}
      onMessage={messagePerson}
      menu={
        <MemberMenu
          room={room}
          member={member}
          onMessage={messagePerson}
          onProfile={setProfiled}
          onRole={({ user }, next: Role) => attempt(acts.setRole(user.id, next))}
          onUnmute={({ user }) => attempt(acts.mute(user.id, new Date()))}
          onAsk={(of, act) => setAsked({ member: of, act })}
        />
      }
    />
  )
  const unloaded = query === '' ? Math.max(0, memberCount - all.length) : 0
  return (
    <SidePanel title="Members" onClose={onClose}>
      <div className="flex shrink-0 gap-2 px-4 pt-3">
        <SearchField
          label="Search members"
          className="min-w-0 grow"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {mayIn(room, 'addMember') && (
          <Button onClick={() => openDialog(roomId, 'add-people')}>
            <UserPlus className="size-4" aria-hidden="true" /> Add
          </Button>
        )}
      </div>
      {members.error && all.length === 0 ? (
        <ErrorState title="Couldn't load the members" onRetry={() => void refetch()}>
          {describeError(members.error)}
        </ErrorState>
      ) : members.isPending ? (
        <RosterSkeleton />
      ) : all.length === 0 ? (
        <EmptyState>Nobody here matches “{query}”.</EmptyState>
      ) : (
        <div className="px-2 pb-4">
          <RosterGroup label="Here now" count={online.length}>
            {online.map((member) => row(member, presence.get(member.user.id)))}
          </RosterGroup>
          <RosterGroup label="Not here" count={offline.length + unloaded}>
            {offline.map((member) => row(member, presence.get(member.user.id)))}
          </RosterGroup>
          {members.hasNextPage && (
            <MoreMembers busy={members.isFetchingNextPage} onSeen={() => void members.fetchNextPage()} />
          )}
        </div>
      )}
      {failure !== null && <Notice text={failure} onDone={clearFailure} />}
      <MemberDialogs room={room} asked={asked} onClose={() => setAsked(null)} />
      <PersonDialog user={profiled?.user ?? null} onClose={() => setProfiled(null)} />
    </SidePanel>
  )
}
