import type { AuditEntry } from '@parley/contract/room-administration'
import type { Role } from '@parley/contract/rooms'
import { sayDuration } from '../../app/durations'
import { roleNames } from '../members/role-names'
import { momentLabel } from '../messages/days'

/** What somebody did, as it follows their name. */
export function sayAct({ act, target, details }: AuditEntry, now: Date): string {
  const whom = target?.displayName ?? 'somebody'
  const role = (key: string) => roleNames[details[key] as Role]?.toLowerCase() ?? 'member'
  switch (act) {
    case 'update':
      return saySettings(details)
    case 'archive':
      return 'archived the room'
    case 'restore':
      return 'restored the room'
    case 'addMember':
      return `added ${whom}${details['role'] === 'member' ? '' : ` as ${role('role')}`}`
    case 'setRole':
      return `made ${whom} ${role('to')}, who was ${role('from')}`
    case 'muteMember':
      return typeof details['until'] === 'string'
        ? `muted ${whom} until ${momentLabel(new Date(details['until']), now)}`
        : `gave ${whom} their voice back`
    case 'removeMember':
      return `removed ${whom}`
    case 'ban':
      return `banned ${whom}`
    case 'unban':
      return `unbanned ${whom}`
    case 'invite':
    case 'manageInvites':
      return details['revoked'] ? 'revoked an invitation' : 'made an invitation'
    case 'acceptInvite':
      return 'joined by an invitation'
    default:
      return `did “${act}”${target ? ` to ${whom}` : ''}`
  }
}

const settings: Record<string, (value: unknown) => string> = {
  name: (value) => `renamed the room to ${String(value)}`,
  topic: (value) => (value === null ? 'cleared the topic' : `changed the topic to ${String(value)}`),
  kind: (value) => `made the room ${String(value)}`,
  history: (value) => (value === 'start' ? 'let newcomers read everything' : 'let newcomers read from when they join'),
  slow_seconds: (value) =>
    Number(value) === 0 ? 'turned slow mode off' : `set slow mode to ${sayDuration(Number(value))}`,
  announces: (value) => (value ? 'had coming and going noted' : 'stopped noting who comes and goes'),
}

const saySettings = (details: Record<string, unknown>): string =>
  Object.entries(details)
    .flatMap(([key, value]) => settings[key]?.(value) ?? [])
    .join(', ') || 'changed the settings'
