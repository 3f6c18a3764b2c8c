import { LogOutEverywhereDialog } from '../features/auth/LogOutEverywhereDialog'
import { LogOutFailedDialog } from '../features/auth/LogOutFailedDialog'
import { BlockedDialog } from '../features/blocks/BlockedDialog'
import { CreateRoomDialog } from '../features/rooms/CreateRoomDialog'
import { DiscoverDialog } from '../features/rooms/DiscoverDialog'
import { Switcher } from '../features/rooms/Switcher'
import { useOverlays, type Overlay } from './overlays'
import { ShortcutsDialog } from './ShortcutsDialog'

/** All of the shell's dialogs. Each keeps its state only while it is open. */
export function OverlayHost() {
  const { current, open, close } = useOverlays()
  const props = (overlay: Overlay) => ({
    open: current === overlay,
    onOpenChange: (next: boolean) => (next ? open(overlay) : close()),
  })
  return (
    <>
      <Switcher {...props('switcher')} />
      <CreateRoomDialog {...props('create-room')} />
      <DiscoverDialog {...props('discover')} />
      <BlockedDialog {...props('blocked')} />
      <LogOutEverywhereDialog {...props('log-out-everywhere')} />
      <LogOutFailedDialog {...props('log-out-failed')} />
      <ShortcutsDialog {...props('shortcuts')} />
    </>
  )
}
