import { useInbox } from '@parley/client/react'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useEffectEvent } from 'react'
import { nextUnread } from '../features/rooms/next-unread'
import type { Overlay } from './overlays'

/** Keys that work wherever one is. A bare `?` is a letter while something is being written. */
export function useShortcuts(open: (overlay: Overlay) => void, search: () => void): void {
  const { rooms } = useInbox()
  const navigate = useNavigate()
  const { roomId } = useParams({ strict: false })

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    const command = event.metaKey || event.ctrlKey
    if (command && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k') {
      event.preventDefault()
      open('switcher')
    } else if (command && event.shiftKey && !event.altKey && event.key.toLowerCase() === 'f') {
      // Without Shift it is the browser's own, for what is on the page.
      event.preventDefault()
      search()
    } else if (command && !event.shiftKey && !event.altKey && event.key === ',') {
      event.preventDefault()
      void navigate({ to: '/settings' })
    } else if (event.altKey && !command && !event.shiftKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      const room = nextUnread(rooms, roomId, event.key === 'ArrowDown' ? 1 : -1)
      if (room) void navigate({ to: '/r/$roomId', params: { roomId: room.id } })
    } else if (event.key === '?' && !command && !event.altKey && !isWriting(event.target)) {
      event.preventDefault()
      open('shortcuts')
    }
  })

  useEffect(() => {
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
