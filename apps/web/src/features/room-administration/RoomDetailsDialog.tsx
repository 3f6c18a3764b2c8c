import type { InboxRoom } from '@parley/contract/rooms'
import { useEffect, useState } from 'react'
import { Dialog } from '../../ui/Dialog'
import { Tabs } from '../../ui/Tabs'
import { InvitesTab } from '../invites/InvitesTab'
import { mayIn } from '../rooms/may'
import { ReportsTab } from '../reports/ReportsTab'
import type { RoomDialog } from '../rooms/room-dialogs'
import { roomTitle } from '../rooms/room-title'
import { AboutTab } from './AboutTab'
import { AuditTab } from './AuditTab'
import { BansTab } from './BansTab'
import { SettingsTab } from './SettingsTab'

type Side = Exclude<RoomDialog, 'leave' | 'add-people'>

interface Props {
  room: InboxRoom
  open: boolean
  side: Side
  onClose: () => void
}

/** Everything about a room that is not its talk; each sees the sides that their role opens. */
export function RoomDetailsDialog({ room, open, side, onClose }: Props) {
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()} title={roomTitle(room)} width="lg" tall>
      <Sides room={room} asked={side} onClose={onClose} />
    </Dialog>
  )
}

function Sides({ room, asked, onClose }: { room: InboxRoom; asked: Side; onClose: () => void }) {
  const [side, setSide] = useState(asked)
  useEffect(() => setSide(asked), [asked])
  const tabs = [
    { value: 'about' as const, label: 'About', content: <AboutTab room={room} /> },
    mayIn(room, 'update') && {
      value: 'settings' as const,
      label: 'Settings',
      content: <SettingsTab key={room.id} room={room} onClose={onClose} />,
    },
    mayIn(room, 'invite') && { value: 'invites' as const, label: 'Invitations', content: <InvitesTab room={room} /> },
    mayIn(room, 'listReports') && {
      value: 'reports' as const,
      label: 'Reports',
      content: <ReportsTab room={room} onClose={onClose} />,
    },
    mayIn(room, 'listBans') && { value: 'banned' as const, label: 'Banned', content: <BansTab roomId={room.id} /> },
    mayIn(room, 'readAudit') && { value: 'log' as const, label: 'Log', content: <AuditTab roomId={room.id} /> },
  ].filter((tab) => tab !== false)
  // A role that was taken away takes its sides with it.
  const shown = tabs.some((tab) => tab.value === side) ? side : 'about'
  return <Tabs label="About this room" value={shown} onChange={setSide} tabs={tabs} />
}
