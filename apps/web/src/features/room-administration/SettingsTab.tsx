import type { InboxRoom } from '@parley/contract/rooms'
import { mayIn } from '../rooms/may'
import { ClosingActions } from './ClosingActions'
import { SettingsForm } from './SettingsForm'

/** How the room is called and run, and, below, how it ends. */
export function SettingsTab({ room, onClose }: { room: InboxRoom; onClose: () => void }) {
  return (
    <div className="flex flex-col gap-6 px-5 pt-4 pb-5">
      <SettingsForm room={room} />
      {(mayIn(room, 'archive') || mayIn(room, 'delete')) && <ClosingActions room={room} onGone={onClose} />}
    </div>
  )
}
