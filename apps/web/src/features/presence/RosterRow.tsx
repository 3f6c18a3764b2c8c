import type { PresenceOf } from '@parley/contract/presence'
import type { Member } from '@parley/contract/rooms'
import { MicOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { Avatar } from '../../ui/Avatar'
import { VisuallyHidden } from '../../ui/VisuallyHidden'
import { isMuted } from '../members/muted'
import { roleNames } from '../members/role-names'
import { momentLabel } from '../messages/days'
import { presenceText } from './presence-text'

interface Props {
  member: Member
  presence: PresenceOf | undefined
  self: boolean
  onMessage: (userId: string) => void
  /** What else one can do; nothing of it is for oneself. */
  menu: ReactNode
}

/** A person of the room; a press leads to the conversation with them. */
export function RosterRow({ member, presence, self, onMessage, menu }: Props) {
  const { user, role } = member
  const status = presence?.status ?? 'offline'
  const content = (
    <>
      <Avatar user={user} size={24} presence={status} />
      <span dir="auto" className="min-w-0 truncate">
        {user.displayName}
        {self && <span className="text-fg-faint"> (you)</span>}
      </span>
      {isMuted(member) && (
        <span
          className="flex shrink-0 text-fg-faint"
          title={`Muted until ${momentLabel(member.mutedUntil!, new Date())}`}
        >
          <MicOff className="size-3.5" aria-hidden="true" />
          <VisuallyHidden>Muted</VisuallyHidden>
        </span>
      )}
      {role !== 'member' && <span className="ms-auto shrink-0 text-stamp text-fg-faint">{roleNames[role]}</span>}
    </>
  )
  const look = 'touch-target flex h-9 min-w-0 grow items-center gap-3 rounded-md px-2 text-start'
  return (
    <li
      className={`group/person flex items-center gap-0.5 ${status === 'offline' ? 'text-fg-muted' : ''}`}
      style={{ contentVisibility: 'auto', containIntrinsicBlockSize: 36 }}
    >
      {self ? (
        <div className={`${look} me-7 pointer-coarse:me-11`}>{content}</div>
      ) : (
        <>
          <button
            type="button"
            title={`${presenceText(presence, new Date())} · Message ${user.displayName}`}
            onClick={() => onMessage(user.id)}
            className={`${look} -outline-offset-2 transition-colors hover:bg-fg/5`}
          >
            {content}
          </button>
          {menu}
        </>
      )}
    </li>
  )
}
