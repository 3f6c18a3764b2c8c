import type { InboxRoom } from '@parley/contract/rooms'
import {
  AtSign,
  Bell,
  BellOff,
  Info,
  Link,
  LogOut,
  MailCheck,
  MailOpen,
  Settings,
  Star,
  StarOff,
  UserPlus,
} from 'lucide-react'
import { MenuChoice, MenuItem, MenuSeparator } from '../../ui/Menu'
import { mayIn } from './may'
import { useRoomDialogs } from './room-dialogs'
import { useRoomActions } from './use-room-actions'

const levels = [
  { value: 'all', label: 'Every message', icon: <Bell /> },
  { value: 'mentions', label: 'Mentions', icon: <AtSign /> },
  { value: 'none', label: 'Nothing', icon: <BellOff /> },
] as const

interface Props {
  room: InboxRoom
  onFailed: (what: string) => void
  /** Instead of from the newest message. */
  onMarkUnread?: () => void
}

/** What one can do with a room, in the menu of its row as in that of its header. */
export function RoomMenuItems({ room, onFailed, onMarkUnread }: Props) {
  const open = useRoomDialogs()
  const actions = useRoomActions(onFailed)
  const direct = room.kind === 'direct'
  return (
    <>
      {room.unread > 0 || room.mentions > 0 ? (
        <MenuItem icon={<MailCheck />} onSelect={() => actions.markRead(room)}>
          Mark read
        </MenuItem>
      ) : (
        <MenuItem
          icon={<MailOpen />}
          disabled={room.lastMessage === null}
          onSelect={onMarkUnread ?? (() => actions.markUnread(room))}
        >
          Mark unread
        </MenuItem>
      )}
      <MenuItem
        icon={room.favourite ? <StarOff /> : <Star />}
        onSelect={() => actions.setFavourite(room, !room.favourite)}
      >
        {room.favourite ? 'Remove from favourites' : 'Add to favourites'}
      </MenuItem>
      <MenuSeparator />
      <MenuChoice
        label="Notify me of"
        value={room.notify}
        options={levels}
        onChange={(notify) => actions.setNotify(room, notify)}
      />
      <MenuSeparator />
      <MenuItem icon={<Link />} onSelect={() => actions.copyLink(room)}>
        Copy link
      </MenuItem>
      {!direct && (
        <>
          {mayIn(room, 'invite') && (
            <MenuItem icon={<UserPlus />} onSelect={() => open(room.id, 'invites')}>
              Invite people
            </MenuItem>
          )}
          <MenuItem icon={<Info />} onSelect={() => open(room.id, 'about')}>
            Room details
          </MenuItem>
          {mayIn(room, 'update') && (
            <MenuItem icon={<Settings />} onSelect={() => open(room.id, 'settings')}>
              Room settings
            </MenuItem>
          )}
          <MenuSeparator />
          <MenuItem danger icon={<LogOut />} onSelect={() => open(room.id, 'leave')}>
            Leave room…
          </MenuItem>
        </>
      )}
    </>
  )
}
