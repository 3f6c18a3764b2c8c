import type { PresenceOf } from '@parley/contract/presence'
import type { Member, Role } from '@parley/contract/rooms'
import { memo } from 'react'
import { Avatar } from '../../ui/Avatar'
import { presenceText } from './presence-text'

const roleNames: Record<Role, string> = { owner: 'Owner', admin: 'Admin', moderator: 'Moderator', member: '' }

interface Props {
  member: Member
  presence: PresenceOf | undefined
  self: boolean
  onMessage: (userId: string) => void
}

/** A person of the room; a press leads to the conversation with them. */
export const RosterRow = memo(function RosterRow({ member, presence, self, onMessage }: Props) {
  const { user, role } = member
  const status = presence?.status ?? 'offline'
  const content = (
    <>
      <Avatar user={user} size={24} presence={status} />
      <span dir="auto" className="min-w-0 truncate">
        {user.displayName}
        {self && <span className="text-fg-faint"> (you)</span>}
      </span>
      {role !== 'member' && <span className="ms-auto shrink-0 text-stamp text-fg-faint">{roleNames[role]}</span>}
    </>
  )
  const look = 'touch-target flex h-9 w-full items-center gap-3 rounded-md px-2 text-start'
  return (
    <li
      className={status === 'offline' ? 'text-fg-muted' : undefined}
      style={{ contentVisibility: 'auto', containIntrinsicBlockSize: 36 }}
    >
      {self ? (
        <div className={look}>{content}</div>
      ) : (
        <button
          type="button"
          title={`${presenceText(presence, new Date())} · Message ${user.displayName}`}
          onClick={() => onMessage(user.id)}
          className={`${look} -outline-offset-2 transition-colors hover:bg-fg/5`}
        >
          {content}
        </button>
      )}
    </li>
  )
})
