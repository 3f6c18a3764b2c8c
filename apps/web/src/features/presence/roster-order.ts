import type { PresenceOf, PresenceStatus } from '@parley/contract/presence'
import type { Member } from '@parley/contract/rooms'

const rank: Record<PresenceStatus, number> = { online: 0, dnd: 1, idle: 2, offline: 3 }

/** Splits a roster into who is here and who is not, each by name; here first by how reachable they are. */
export function splitRoster(
  members: readonly Member[],
  presence: ReadonlyMap<string, PresenceOf>,
): { online: Member[]; offline: Member[] } {
  const status = (member: Member) => presence.get(member.user.id)?.status ?? 'offline'
  const sorted = members.toSorted(
    (a, b) => rank[status(a)] - rank[status(b)] || a.user.displayName.localeCompare(b.user.displayName),
  )
  return {
    online: sorted.filter((member) => status(member) !== 'offline'),
    offline: sorted.filter((member) => status(member) === 'offline'),
  }
}
