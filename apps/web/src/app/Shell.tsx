import { Outlet, useLocation, useMatch, useNavigate, useParams } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { BlockedContext, useBlocked } from '../features/blocks/use-blocked'
import { ConnectionBanner } from '../features/connection/ConnectionBanner'
import { NotificationsPanel } from '../features/notifications/NotificationsPanel'
import { RoomDialogHost } from '../features/rooms/RoomDialogHost'
import { RoomsSidebar } from '../features/rooms/RoomsSidebar'
import { SearchPanel } from '../features/search/SearchPanel'
import { rememberPlace, wayBack } from '../features/settings/way-back'
import { ThreadsPanel } from '../features/threads/ThreadsPanel'
import { classNames } from '../ui/class-names'
import { waiting } from './client'
import { OverlayHost } from './OverlayHost'
import { OverlaysContext, type Overlay } from './overlays'
import { loadConversation } from './RoomPage'
import { SidePanelSlot } from './SidePanel'
import { useDocumentTitle } from './use-document-title'
import { useShortcuts } from './use-shortcuts'
import { useViewportHeight } from './use-viewport-height'

/** Rooms, conversation, side panel: three columns, two with the panel over them, or one at a time. */
export function Shell() {
  const { roomId } = useParams({ strict: false })
  const inSettings = useMatch({ from: '/signed-in/settings', shouldThrow: false }) !== undefined
  const { href } = useLocation()
  const navigate = useNavigate()
  const [overlay, setOverlay] = useState<Overlay | null>(null)
  const [slot, setSlot] = useState<HTMLElement | null>(null)
  const panel = useSidePanel(slot)
  const blocked = useBlocked()
  const [told, setTold] = useState<'notifications' | 'threads' | null>(null)
  const closeTold = useCallback(() => setTold(null), [])
  const [searching, setSearching] = useState<{ visit: number } | null>(null)
  const closeSearch = useCallback(() => setSearching(null), [])
  const sought = useRef('')
  // One of them at a time.
  const search = useCallback(
    (text?: string) => {
      sought.current = text ?? sought.current
      setTold(null)
      setSearching({ visit: Date.now() })
      if (inSettings) void navigate({ href: wayBack() })
    },
    [inSettings, navigate],
  )
  const toggleTold = (which: 'notifications' | 'threads') => {
    setSearching(null)
    setTold((open) => (open === which ? null : which))
  }
  const overlays = useMemo(
    () => ({ current: overlay, open: setOverlay, close: () => setOverlay(null), search }),
    [overlay, search],
  )
  useShortcuts(setOverlay, search)
  useViewportHeight()
  useDocumentTitle(roomId, inSettings ? 'Settings' : undefined)
  // Fetched while one looks at the list, so that the first room opens at once.
  useEffect(() => void loadConversation(), [])
  useEffect(() => rememberPlace(href), [href])

  return (
    <OverlaysContext value={overlays}>
      <BlockedContext value={blocked}>
        <SidePanelSlot value={panel}>
          <a
            href="#conversation"
            className="fixed start-3 top-3 z-50 -translate-y-20 rounded-md bg-fg px-3 py-2 text-meta font-medium text-bg focus:translate-y-0"
          >
            {inSettings ? 'Skip to the settings' : 'Skip to the conversation'}
          </a>
          <RoomDialogHost>
            <div className="relative flex h-(--viewport-height,100dvh) overflow-hidden">
              {inSettings ? (
                <Outlet />
              ) : (
                <>
                  <RoomsSidebar
                    className={classNames(roomId !== undefined && 'max-md:hidden')}
                    panel={told}
                    onPanel={toggleTold}
                  />
                  <main
                    id="conversation"
                    tabIndex={-1}
                    className={classNames(
                      'relative flex min-w-0 grow flex-col bg-bg outline-none',
                      roomId === undefined && 'max-md:hidden',
                    )}
                  >
                    <Outlet />
                    {roomId !== undefined && <ConnectionBanner waiting={waiting} />}
                  </main>
                </>
              )}
              {told === 'notifications' && !inSettings && <NotificationsPanel onClose={closeTold} />}
              {told === 'threads' && !inSettings && <ThreadsPanel onClose={closeTold} />}
              {searching !== null && !inSettings && (
                <SearchPanel
                  key={searching.visit}
                  initial={sought.current}
                  onText={(text) => (sought.current = text)}
                  onClose={closeSearch}
                />
              )}
              <div ref={setSlot} className="contents" />
            </div>
          </RoomDialogHost>
          <OverlayHost />
        </SidePanelSlot>
      </BlockedContext>
    </OverlaysContext>
  )
}

/** Whoever asks for the side panel takes the place of whoever had it. */
function useSidePanel(element: HTMLElement | null) {
  const current = useRef<(() => void) | null>(null)
  const [taken, setTaken] = useState(false)
  const take = useCallback((close: () => void) => {
    current.current?.()
    current.current = close
    setTaken(true)
    return () => {
      if (current.current !== close) return
      current.current = null
      setTaken(false)
    }
  }, [])
  return useMemo(() => ({ element, taken, take }), [element, taken, take])
}
