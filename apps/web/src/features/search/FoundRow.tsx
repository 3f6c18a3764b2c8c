import type { InboxRoom } from '@parley/contract/rooms'
import type { FoundMessage } from '@parley/contract/search'
import { Link } from '@tanstack/react-router'
import { Avatar } from '../../ui/Avatar'
import { UnlessBlocked } from '../blocks/UnlessBlocked'
import { Stamp } from '../messages/Stamp'
import { wayTo } from '../messages/way-to'
import { RoomPlace } from '../rooms/RoomPlace'
import { toPieces } from './search-query'

interface Props {
  found: FoundMessage
  /** Where it was said, if that is among the rooms that are loaded. */
  room: InboxRoom | undefined
  /** The one row that Tab reaches; arrows reach the rest. */
  tabbable: boolean
  onOpen: () => void
}

/** Who said it, when, where, and the line that was looked for; a press leads there. */
export function FoundRow({ found: { message, snippet, highlights }, room, tabbable, onOpen }: Props) {
  const { id, roomId, sender, createdAt } = message
  return (
    <li>
      <Link
        to="/r/$roomId"
        params={{ roomId }}
        search={wayTo(message)}
        state={() => ({ visit: Date.now() })}
        data-found={id}
        tabIndex={tabbable ? 0 : -1}
        onClick={onOpen}
        className="flex gap-3 rounded-lg px-2 py-2.5 -outline-offset-2 transition-colors hover:bg-fg/4"
      >
        <Avatar user={sender} />
        <span className="min-w-0 grow">
          <span className="flex items-baseline gap-2">
            <bdi className="min-w-0 grow truncate text-meta font-semibold">{sender.displayName}</bdi>
            <Stamp at={createdAt} />
          </span>
          <span dir="auto" className="mt-0.5 line-clamp-3 text-meta wrap-anywhere text-fg">
            <UnlessBlocked userId={sender.id}>
              {toPieces(snippet, highlights).map((piece, at) =>
                piece.found ? (
                  <mark key={at} className="rounded-[3px] bg-mention/20 text-inherit">
                    {piece.text}
                  </mark>
                ) : (
                  piece.text
                ),
              )}
            </UnlessBlocked>
          </span>
          <RoomPlace room={room} roomId={roomId} />
        </span>
      </Link>
    </li>
  )
}
