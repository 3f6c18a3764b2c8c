import type { Notification, NotificationReason } from '@parley/contract/notifications'
import type { InboxRoom } from '@parley/contract/rooms'
import { Link } from '@tanstack/react-router'
import { AtSign, Check, Megaphone, Reply, UserPlus, type LucideIcon } from 'lucide-react'
import { Avatar } from '../../ui/Avatar'
import { classNames } from '../../ui/class-names'
import { IconButton } from '../../ui/IconButton'
import { VisuallyHidden } from '../../ui/VisuallyHidden'
import { plainText } from '../body/parsed'
import { Stamp } from '../messages/Stamp'
import { RoomPlace } from '../rooms/RoomPlace'
import { sayNotification } from './say-notification'

const icons: Record<Exclude<NotificationReason, 'reaction'>, LucideIcon> = {
  mention: AtSign,
  everybody: Megaphone,
  reply: Reply,
  added: UserPlus,
}

interface Props {
  notification: Notification
  /** Where it happened, if that is among the rooms that are loaded. */
  room: InboxRoom | undefined
  /** The one row that Tab reaches; arrows reach the rest. */
  tabbable: boolean
  onOpen: (notification: Notification) => void
  onRead: (notification: Notification) => void
}

/** Who did what, what it says, and where; a press leads there. */
export function NotificationRow({ notification, room, tabbable, onOpen, onRead }: Props) {
  const { actor, at, message, threadRootId, isRead, roomId } = notification
  return (
    <li className="group/told relative">
      <Link
        to="/r/$roomId"
        params={{ roomId }}
        search={message ? { at: message.seq, ...(threadRootId !== null && { thread: threadRootId }) } : {}}
        state={() => ({ visit: Date.now() })}
        data-notification={notification.id}
        tabIndex={tabbable ? 0 : -1}
        onClick={() => onOpen(notification)}
        className="flex gap-3 rounded-lg px-2 py-2.5 -outline-offset-2 transition-colors hover:bg-fg/4"
      >
        <span className="relative h-9 shrink-0">
          <Avatar user={actor} />
          <Reason notification={notification} />
        </span>
        <span className="min-w-0 grow">
          <span className="flex items-baseline gap-2">
            <span className={classNames('min-w-0 grow text-meta wrap-anywhere', isRead && 'text-fg-muted')}>
              {!isRead && <VisuallyHidden>Unread. </VisuallyHidden>}
              <bdi className={classNames(isRead ? 'font-medium' : 'font-semibold text-fg')}>
                {actor.displayName}
              </bdi>{' '}
              {sayNotification(notification)}
            </span>
            <Stamp at={at} />
          </span>
          {message && (
            <span
              dir="auto"
              className={classNames(
                'mt-0.5 line-clamp-2 text-meta wrap-anywhere',
                isRead ? 'text-fg-muted' : 'text-fg',
              )}
            >
              {plainText(message.body)}
            </span>
          )}
          <RoomPlace room={room} roomId={roomId} />
        </span>
      </Link>
      {!isRead && (
        <>
          <span
            aria-hidden="true"
            className="pointer-events-none absolute end-3.5 bottom-3.5 size-2 rounded-full bg-accent group-focus-within/told:opacity-0 group-hover/told:opacity-0 pointer-coarse:opacity-0"
          />
          <IconButton
            size={28}
            label={`Mark read: ${actor.displayName} ${sayNotification(notification)}`}
            icon={<Check />}
            tabIndex={tabbable ? 0 : -1}
            onClick={({ currentTarget }) => {
              currentTarget.closest('li')?.querySelector('a')?.focus()
              onRead(notification)
            }}
            className="absolute! end-1 bottom-1 opacity-0 group-focus-within/told:opacity-100 group-hover/told:opacity-100 pointer-coarse:opacity-100"
          />
        </>
      )}
    </li>
  )
}

/** Why it came, at the corner of the picture of who did it. */
function Reason({ notification: { reason, emoji } }: { notification: Notification }) {
  const Icon = reason === 'reaction' ? null : icons[reason]
  return (
    <span
      aria-hidden="true"
      className="absolute -end-1.5 -bottom-1 flex size-[18px] items-center justify-center rounded-full bg-bg text-[11px] leading-none text-fg-muted ring-1 ring-line"
    >
      {Icon ? <Icon className="size-3" strokeWidth={2.5} /> : emoji}
    </span>
  )
}
