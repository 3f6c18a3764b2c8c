import { mayGive, outranks } from '@parley/contract/permissions'
import { type InboxRoom, type Member, Role } from '@parley/contract/rooms'
import { Ban, Crown, Ellipsis, KeyRound, MessageCircle, Mic, MicOff, UserMinus, UserRound } from 'lucide-react'
import { IconButton } from '../../ui/IconButton'
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '../../ui/Menu'
import { mayIn } from '../rooms/may'
import { isMuted } from './muted'
import { roleNames } from './role-names'

/** What is asked about before it is done. */
export type MemberAct = 'mute' | 'remove' | 'ban' | 'make-owner' | 'hand-over'

interface Props {
  room: InboxRoom
  member: Member
  onMessage: (userId: string) => void
  onProfile: (member: Member) => void
  onRole: (member: Member, role: Role) => void
  onUnmute: (member: Member) => void
  onAsk: (member: Member, act: MemberAct) => void
}

/** What one can do with a member; of what runs the room, only what one's role allows on theirs. */
export function MemberMenu({ room, member, onMessage, onProfile, onRole, onUnmute, onAsk }: Props) {
  const { user, role: held } = member
  const own = room.role!
  const roles = Role.options.filter((role) => role !== 'owner' && mayGive(own, role))
  const below = outranks(own, held)
  const givesRoles = mayIn(room, 'setRole') && mayGive(own, held)
  const mutes = below && mayIn(room, 'muteMember')
  const removes = below && mayIn(room, 'removeMember')
  const bans = below && mayIn(room, 'ban')
  return (
    <Menu
      align="end"
      trigger={
        <IconButton
          size={28}
          label={`More about ${user.displayName}`}
          icon={<Ellipsis />}
          className="opacity-0 group-focus-within/person:opacity-100 group-hover/person:opacity-100 data-popup-open:opacity-100 pointer-coarse:opacity-100"
        />
      }
    >
      <MenuItem icon={<MessageCircle />} onSelect={() => onMessage(user.id)}>
        Message
      </MenuItem>
      <MenuItem icon={<UserRound />} onSelect={() => onProfile(member)}>
        Profile
      </MenuItem>
      {givesRoles && (
        <>
          <MenuSeparator />
          <MenuChoice
            label="Role"
            value={held}
            options={roles.map((role) => ({ value: role, label: roleNames[role] }))}
            onChange={(role) => onRole(member, role)}
          />
          {own === 'owner' && held !== 'owner' && (
            <>
              <MenuItem icon={<Crown />} onSelect={() => onAsk(member, 'make-owner')}>
                Make owner too…
              </MenuItem>
              <MenuItem icon={<KeyRound />} onSelect={() => onAsk(member, 'hand-over')}>
                Hand the room over…
              </MenuItem>
            </>
          )}
        </>
      )}
      {(mutes || removes || bans) && <MenuSeparator />}
      {mutes &&
        (isMuted(member) ? (
          <MenuItem icon={<Mic />} onSelect={() => onUnmute(member)}>
            Unmute
          </MenuItem>
        ) : (
          <MenuItem icon={<MicOff />} onSelect={() => onAsk(member, 'mute')}>
            Mute…
          </MenuItem>
        ))}
      {removes && (
        <MenuItem danger icon={<UserMinus />} onSelect={() => onAsk(member, 'remove')}>
          Remove from room…
        </MenuItem>
      )}
      {bans && (
        <MenuItem danger icon={<Ban />} onSelect={() => onAsk(member, 'ban')}>
          Ban…
        </MenuItem>
      )}
    </Menu>
  )
}
