import type { PresenceEvent, PresenceOf } from '@parley/contract/presence'

/** How reachable each person is. */
export type Presences = ReadonlyMap<string, PresenceOf>

export function reducePresence(presences: Presences, event: PresenceEvent): Presences {
  switch (event.type) {
    case 'snapshot':
      return new Map(event.users.map((user) => [user.id, user]))
    case 'change':
      return new Map(presences).set(event.user.id, event.user)
  }
}
