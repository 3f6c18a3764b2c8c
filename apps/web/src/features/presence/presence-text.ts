import type { PresenceOf } from '@parley/contract/presence'
import { dayLabel, stamp } from '../messages/days'

/** How reachable somebody is, in words. */
export function presenceText(presence: PresenceOf | undefined, now: Date): string {
  switch (presence?.status) {
    case 'online':
      return 'Online'
    case 'idle':
      return 'Away'
    case 'dnd':
      return 'Do not disturb'
    default:
      return presence?.lastSeenAt ? `Last seen ${lastSeen(presence.lastSeenAt, now)}` : 'Offline'
  }
}

function lastSeen(at: Date, now: Date): string {
  const day = dayLabel(at, now)
  return day === 'Today' ? `at ${stamp(at)}` : day === 'Yesterday' ? `yesterday at ${stamp(at)}` : `on ${day}`
}
