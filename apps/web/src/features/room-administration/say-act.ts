import type { AuditEntry } from '@parley/contract/room-administration'
import type { Role } from '@parley/contract/rooms'
import { roleNames } from '../members/role-names'
import { momentLabel } from '../messages/days'
import { sayChange } from '../messages/say-note'

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
    case 'resolveReport':
      if (details['deleted'] === true) return `deleted a reported message of ${whom}`
      return `${details['outcome'] === 'dismissed' ? 'dismissed' : 'resolved'} a report of what ${whom} said`
    case 'invite':
    case 'manageInvites':
      return details['revoked'] ? 'revoked an invitation' : 'made an invitation'
    case 'acceptInvite':
      return 'joined by an invitation'
    default:
      return `did “${act}”${target ? ` to ${whom}` : ''}`
  }
}

/** The log names settings as the database does, the room's own notes as the contract does. */
const kinds: Record<string, Parameters<typeof sayChange>[0]> = {
  name: 'renamed',
  topic: 'topic',
  kind: 'visibility',
  history: 'history',
  slow_seconds: 'slow',
  announces: 'announces',
}

const saySettings = (details: Record<string, unknown>): string =>
  Object.entries(details)
    .flatMap(([column, value]) => (kinds[column] ? sayChange(kinds[column], String(value ?? '')) : []))
    .join(', ') || 'changed the settings'
