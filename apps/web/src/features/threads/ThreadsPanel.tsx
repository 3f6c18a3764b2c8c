import { api, useInbox, useUnreadThreads } from '@parley/client/react'
import { UnlessBlocked } from '../blocks/UnlessBlocked'
import { plainSaying } from '../body/parsed'
import type { InboxRoom } from '@parley/contract/rooms'
import type { Thread } from '@parley/contract/threads'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { describeError } from '../../app/describe-error'
import { SidePanel } from '../../app/SidePanel'
import { Avatar } from '../../ui/Avatar'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorState } from '../../ui/ErrorState'
import { momentLabel } from '../messages/days'
import { NotificationsSkeleton } from '../notifications/NotificationsSkeleton'
import { roomTitle } from '../rooms/room-title'
import { sayNew, sayReplies } from './say-thread'
import { useSettled } from './use-settled'

/** The threads one follows, what was answered in last first; a press opens one beside its room. */
export function ThreadsPanel({ onClose }: { onClose: () => void }) {
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = api.threads.list.useInfiniteQuery(
    { limit: 30 },
    { getNextPageParam: ({ nextCursor }) => nextCursor, staleTime: 0 },
  )
  const { rooms } = useInbox()
  const roomsById = useMemo(() => new Map(rooms.map((room) => [room.id, room])), [rooms])
  const unread = useUnreadThreads()
  const unreadById = useMemo(() => new Map(unread.map((thread) => [thread.rootId, thread.unread])), [unread])
  // What is unread is told live; the order and the counts are fetched again with it.
  useSettled(unread, () => void refetch({ cancelRefetch: false }))
  const items = data?.pages.flatMap((page) => page.items) ?? []
  return (
    <SidePanel title="Threads" onClose={onClose} takesFocus>
      {error && items.length === 0 ? (
        <ErrorState title="Couldn't load your threads" onRetry={() => void refetch()}>
          {describeError(error)}
        </ErrorState>
      ) : !data ? (
        <NotificationsSkeleton label="Loading your threads" />
      ) : items.length === 0 ? (
        <EmptyState title="No threads yet">
          Threads that you begin, answer in or are mentioned in gather here. Hover a message, or hold it, and choose
          Reply in thread.
        </EmptyState>
      ) : (
        <nav aria-label="Threads" className="px-2 py-2">
          <ul>
            {items.map((thread) => (
              <ThreadItem
                key={thread.rootId}
                thread={thread}
                unread={unreadById.get(thread.rootId) ?? 0}
                room={roomsById.get(thread.roomId)}
              />
            ))}
          </ul>
          {hasNextPage && (
            <div className="flex justify-center pt-2">
              <Button size="sm" look="quiet" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                Show more
              </Button>
            </div>
          )}
        </nav>
      )}
    </SidePanel>
  )
}

function ThreadItem({ thread, unread, room }: { thread: Thread; unread: number; room: InboxRoom | undefined }) {
  const { root, roomId, rootId, lastReplyAt } = thread
  return (
    <li>
      <Link
        to="/r/$roomId"
        params={{ roomId }}
        search={{ thread: rootId }}
        className="flex gap-3 rounded-lg px-2 py-2.5 -outline-offset-2 transition-colors hover:bg-fg/4"
      >
        <Avatar user={root.sender} />
        <span className="min-w-0 grow">
          <span className="flex items-baseline gap-2">
            <bdi className="min-w-0 truncate text-meta font-semibold">{root.sender.displayName}</bdi>
            {room && <span className="min-w-0 truncate text-stamp text-fg-faint">{roomTitle(room)}</span>}
          </span>
          <span dir="auto" className="mt-0.5 line-clamp-2 text-meta wrap-anywhere">
            <UnlessBlocked userId={root.sender.id}>
              {root.deletedAt ? <em className="text-fg-faint">Deleted message</em> : plainSaying(root)}
            </UnlessBlocked>
          </span>
          <span className="tabular mt-1 flex items-center gap-1.5 text-stamp text-fg-muted">
            {sayReplies(root.replyCount)} · {momentLabel(lastReplyAt, new Date())}
            {unread > 0 && <span className="font-semibold text-accent">{sayNew(unread)}</span>}
          </span>
        </span>
      </Link>
    </li>
  )
}
