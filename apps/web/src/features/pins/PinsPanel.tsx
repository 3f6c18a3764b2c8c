import { useParley, usePins } from '@parley/client/react'
import type { Message } from '@parley/contract/messages'
import { UnlessBlocked } from '../blocks/UnlessBlocked'
import { plainSaying } from '../body/parsed'
import type { InboxRoom } from '@parley/contract/rooms'
import { Link } from '@tanstack/react-router'
import { PinOff } from 'lucide-react'
import { useCallback, useState } from 'react'
import { describeError } from '../../app/describe-error'
import { SidePanel } from '../../app/SidePanel'
import { Avatar } from '../../ui/Avatar'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorState } from '../../ui/ErrorState'
import { IconButton } from '../../ui/IconButton'
import { passFocus } from '../../ui/pass-focus'
import { momentLabel } from '../messages/days'
import { wayTo } from '../messages/way-to'
import { Notice } from '../messages/Notice'
import { NotificationsSkeleton } from '../notifications/NotificationsSkeleton'
import { mayIn } from '../rooms/may'

interface Props {
  room: InboxRoom
  onClose: () => void
}

/** What is pinned in a room, what was pinned last first; a press leads to it. */
export function PinsPanel({ room, onClose }: Props) {
  const { data, error, refetch } = usePins(room.id)
  const client = useParley()
  const [failure, setFailure] = useState<string | null>(null)
  const clearFailure = useCallback(() => setFailure(null), [])
  const mayPin = (room.kind === 'direct' || mayIn(room, 'pin')) && !room.archivedAt
  const unpin = ({ id }: Message) =>
    void client
      .room(room.id)
      .pin(id, false)
      .catch(() => setFailure("Couldn't unpin it."))
  const leave = () => {
    if (!matchMedia('(min-width: 1100px)').matches) onClose()
  }
  return (
    <SidePanel title="Pinned messages" onClose={onClose} takesFocus>
      {error && !data ? (
        <ErrorState title="Couldn't load what is pinned" onRetry={refetch}>
          {describeError(error)}
        </ErrorState>
      ) : !data ? (
        <NotificationsSkeleton label="Loading what is pinned" />
      ) : data.items.length === 0 ? (
        <EmptyState title="Nothing is pinned">
          {mayPin
            ? 'Pin what everybody should find again: hover a message, or hold it, and choose Pin.'
            : 'Those who moderate this room pin here what everybody should find again.'}
        </EmptyState>
      ) : (
        <ul aria-label="Pinned messages" className="px-2 py-2">
          {data.items.map((message) => (
            <Pinned key={message.id} message={message} onOpen={leave} onUnpin={mayPin ? unpin : null} />
          ))}
        </ul>
      )}
      {failure !== null && <Notice text={failure} onDone={clearFailure} />}
    </SidePanel>
  )
}

interface PinnedProps {
  message: Message
  onOpen: () => void
  onUnpin: ((message: Message) => void) | null
}

function Pinned({ message, onOpen, onUnpin }: PinnedProps) {
  const { sender, createdAt, roomId } = message
  return (
    <li className="group/pin relative">
      <Link
        to="/r/$roomId"
        params={{ roomId }}
        search={wayTo(message)}
        state={() => ({ visit: Date.now() })}
        onClick={onOpen}
        className="flex gap-3 rounded-lg px-2 py-2.5 -outline-offset-2 transition-colors hover:bg-fg/4"
      >
        <Avatar user={sender} />
        <span className="min-w-0 grow">
          <span className="flex items-baseline gap-2">
            <bdi className="min-w-0 truncate text-meta font-semibold">{sender.displayName}</bdi>
            <span className="shrink-0 text-stamp text-fg-faint">{momentLabel(createdAt, new Date())}</span>
          </span>
          <span dir="auto" className="mt-0.5 line-clamp-4 text-meta wrap-anywhere whitespace-pre-line">
            <UnlessBlocked userId={sender.id}>{plainSaying(message)}</UnlessBlocked>
          </span>
        </span>
      </Link>
      {onUnpin && (
        <IconButton
          size={28}
          label={`Unpin what ${sender.displayName} said`}
          icon={<PinOff />}
          onClick={({ currentTarget }) => {
            passFocus(currentTarget.closest('li'), currentTarget.closest('aside'))
            onUnpin(message)
          }}
          className="absolute! end-1 bottom-1 bg-bg opacity-0 group-focus-within/pin:opacity-100 group-hover/pin:opacity-100 pointer-coarse:opacity-100"
        />
      )}
    </li>
  )
}
