import type { InboxRoom } from '@parley/contract/rooms'

/** Above the first message there is: nothing is missing. */
export function RoomStart({ room, title }: { room: InboxRoom; title: string }) {
  return (
    <div className="mt-auto px-3 pt-10 pb-1">
      <h2 className="text-title font-semibold wrap-anywhere">{title}</h2>
      {room.topic && (
        <p dir="auto" className="max-w-[60ch] wrap-anywhere">
          {room.topic}
        </p>
      )}
      <p className="text-meta text-fg-muted">
        {room.kind === 'direct' ? 'This is where your conversation begins.' : 'This is where the room begins.'}
      </p>
    </div>
  )
}
