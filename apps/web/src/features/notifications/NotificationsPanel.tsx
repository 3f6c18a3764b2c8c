import { useInbox, useNotificationActions, useNotifications, useUnreadNotifications } from '@parley/client/react'
import type { Notification } from '@parley/contract/notifications'
import { CheckCheck } from 'lucide-react'
import { useCallback, useMemo, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { describeError } from '../../app/describe-error'
import { SidePanel } from '../../app/SidePanel'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorState } from '../../ui/ErrorState'
import { IconButton } from '../../ui/IconButton'
import { dayLabel } from '../messages/days'
import { Notice } from '../messages/Notice'
import { NotificationRow } from './NotificationRow'
import { NotificationsSkeleton } from './NotificationsSkeleton'

/** What one was told of, the newest first, day by day; it stays beside the conversation while one goes through it. */
export function NotificationsPanel({ onClose }: { onClose: () => void }) {
  const { items, status, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useNotifications()
  const unread = useUnreadNotifications().length
  const { rooms } = useInbox()
  const roomsById = useMemo(() => new Map(rooms.map((room) => [room.id, room])), [rooms])
  const { markRead, markAllRead } = useNotificationActions()
  const list = useRef<HTMLElement>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const clearFailure = useCallback(() => setFailure(null), [])
  const [reached, setReached] = useState<string | null>(null)
  const tabbableId = items.some(({ id }) => id === reached) ? reached : items[0]?.id
  const attempt = (work: Promise<unknown>) => void work.catch(() => setFailure("Couldn't mark it read."))

  const read = (one: Notification) => {
    if (!one.isRead) attempt(markRead([one.id]))
  }
  // The button goes with what it did: the focus stays in the panel.
  const readAll = () => {
    list.current?.querySelector<HTMLElement>('[data-notification]')?.focus()
    attempt(markAllRead())
  }
  const open = (one: Notification) => {
    read(one)
    if (!matchMedia('(min-width: 1100px)').matches) onClose()
  }
  const onFocus = ({ target }: FocusEvent<HTMLElement>) => {
    const id = target.dataset['notification']
    if (id) setReached(id)
  }

  return (
    <SidePanel
      title="Notifications"
      onClose={onClose}
      takesFocus
      actions={unread > 0 && <IconButton label="Mark all as read" icon={<CheckCheck />} onClick={readAll} />}
    >
      {status === 'pending' ? (
        <NotificationsSkeleton />
      ) : items.length === 0 && status === 'error' ? (
        <ErrorState title="Couldn't load your notifications" onRetry={refetch}>
          {describeError(error)}
        </ErrorState>
      ) : items.length === 0 ? (
        <EmptyState title="Nothing so far">
          When somebody mentions you, answers you or reacts to what you said, you find it here.
        </EmptyState>
      ) : (
        <nav ref={list} aria-label="Notifications" onKeyDown={moveFocus} onFocus={onFocus} className="px-2 pb-4">
          {byDay(items).map(([day, told]) => (
            <section key={day} aria-label={day}>
              <h3 className="px-2 pt-4 pb-1 text-stamp font-medium text-fg-faint">{day}</h3>
              <ul>
                {told.map((one) => (
                  <NotificationRow
                    key={one.id}
                    notification={one}
                    room={roomsById.get(one.roomId)}
                    tabbable={one.id === tabbableId}
                    onOpen={open}
                    onRead={read}
                  />
                ))}
              </ul>
            </section>
          ))}
          {hasNextPage && (
            <div className="flex justify-center pt-2">
              <Button size="sm" look="quiet" busy={isFetchingNextPage} onClick={fetchNextPage}>
                Show more
              </Button>
            </div>
          )}
        </nav>
      )}
      {failure !== null && <Notice text={failure} onDone={clearFailure} />}
    </SidePanel>
  )
}

function byDay(items: readonly Notification[]): [day: string, told: Notification[]][] {
  const now = new Date()
  const days = new Map<string, Notification[]>()
  for (const one of items) {
    const day = dayLabel(one.at, now)
    days.set(day, [...(days.get(day) ?? []), one])
  }
  return [...days]
}

/** Arrows walk the rows across days, Enter follows the link as links do. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-notification]')]
  const at = rows.indexOf(document.activeElement as HTMLElement)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
  if (to === undefined) return
  event.preventDefault()
  rows[Math.max(0, Math.min(rows.length - 1, to))]?.focus()
}
