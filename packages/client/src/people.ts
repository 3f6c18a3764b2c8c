import type { InboxEvent, Member } from '@parley/contract/rooms'
import type { UserRef } from '@parley/contract/users'

/** What an event of `rooms.watch` makes of members of a room; who comes and goes is told by its `memberCount` alone. */
export function reduceMembers(members: readonly Member[], roomId: string, event: InboxEvent): readonly Member[] {
  switch (event.type) {
    case 'member':
      if (event.roomId !== roomId) return members
      return change(members, event.userId, ({ role, mutedUntil, ...member }) => ({
        ...member,
        role: event.role ?? role,
        mutedUntil: event.mutedUntil === undefined ? mutedUntil : event.mutedUntil,
      }))
    case 'user':
      return change(members, event.user.id, (member) => ({ ...member, user: event.user }))
    default:
      return members
  }
}

function change(members: readonly Member[], userId: string, to: (member: Member) => Member): readonly Member[] {
  const at = members.findIndex(({ user }) => user.id === userId)
  return at < 0 ? members : members.with(at, to(members[at]!))
}

/** What an event of `rooms.watch` makes of whom one has blocked, by username. */
export function reduceBlocked(users: readonly UserRef[], event: InboxEvent): readonly UserRef[] {
  switch (event.type) {
    case 'block': {
      const others = users.filter(({ id }) => id !== event.userId)
      return event.on && event.user
        ? [...others, event.user].toSorted((a, b) => (a.username < b.username ? -1 : 1))
        : others
    }
    case 'user':
      return users.map((user) => (user.id === event.user.id ? event.user : user))
    default:
      return users
  }
}
