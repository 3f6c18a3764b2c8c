import { Outlet, useParams } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { ConnectionBanner } from '../features/connection/ConnectionBanner'
import { RoomDialogHost } from '../features/rooms/RoomDialogHost'
import { RoomsSidebar } from '../features/rooms/RoomsSidebar'
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
  const [overlay, setOverlay] = useState<Overlay | null>(null)
  const [slot, setSlot] = useState<HTMLElement | null>(null)
  const overlays = useMemo(() => ({ current: overlay, open: setOverlay, close: () => setOverlay(null) }), [overlay])
  useShortcuts(setOverlay)
  useViewportHeight()
  useDocumentTitle(roomId)
  // Fetched while one looks at the list, so that the first room opens at once.
  useEffect(() => void loadConversation(), [])

  return (
    <OverlaysContext value={overlays}>
      <SidePanelSlot value={slot}>
        <a
          href="#conversation"
          className="fixed start-3 top-3 z-50 -translate-y-20 rounded-md bg-fg px-3 py-2 text-meta font-medium text-bg focus:translate-y-0"
        >
          Skip to the conversation
        </a>
        <RoomDialogHost>
          <div className="relative flex h-(--viewport-height,100dvh) overflow-hidden">
            <RoomsSidebar className={classNames(roomId !== undefined && 'max-md:hidden')} />
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
            <div ref={setSlot} className="contents" />
          </div>
        </RoomDialogHost>
        <OverlayHost />
      </SidePanelSlot>
    </OverlaysContext>
  )
}
