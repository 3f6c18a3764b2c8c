import { useParams } from '@tanstack/react-router'
import { Compass, MessageSquarePlus, Plus, Search, SquarePen } from 'lucide-react'
import { useCallback, useState } from 'react'
import { commandKey } from '../../app/platform'
import { useOverlays } from '../../app/overlays'
import { classNames } from '../../ui/class-names'
import { IconButton } from '../../ui/IconButton'
import { Kbd } from '../../ui/Kbd'
import { Menu, MenuItem } from '../../ui/Menu'
import { Mark } from '../../ui/Mark'
import { UserMenu } from '../auth/UserMenu'
import { Notice } from '../messages/Notice'
import { NotificationsButton } from '../notifications/NotificationsButton'
import { SearchButton } from '../search/SearchButton'
import { ThreadsButton } from '../threads/ThreadsButton'
import { MarkAllRead } from './MarkAllRead'
import { RoomList } from './RoomList'
import { RoomListMenu } from './RoomListMenu'

interface Props {
  className?: string
  /** What is open at the other side. */
  panel: 'notifications' | 'threads' | null
  onPanel: (panel: 'notifications' | 'threads') => void
}

export function RoomsSidebar({ className, panel, onPanel }: Props) {
  const { open } = useOverlays()
  // A room's name is the page's heading; without a room it is the product's.
  const { roomId } = useParams({ strict: false })
  const Name = roomId === undefined ? 'h1' : 'p'
  const [failure, setFailure] = useState<string | null>(null)
  const clearFailure = useCallback(() => setFailure(null), [])
  return (
    <aside
      aria-label="Rooms and account"
      className={classNames(
        'flex w-full shrink-0 flex-col bg-bg-sunken [--surface:var(--color-bg-sunken)] md:w-66 md:border-e md:border-line',
        className,
      )}
    >
      <header className="flex h-13 shrink-0 items-center gap-2 ps-4 pe-2.5">
        <Mark className="size-5 text-accent" />
        <Name className="grow text-message font-semibold">Parley</Name>
        <MarkAllRead onFailed={setFailure} />
        <NotificationsButton open={panel === 'notifications'} onToggle={() => onPanel('notifications')} />
        <Menu align="end" trigger={<IconButton label="New" icon={<Plus />} />}>
          <MenuItem icon={<SquarePen />} onSelect={() => open('create-room')}>
            Create a room
          </MenuItem>
          <MenuItem icon={<Compass />} onSelect={() => open('discover')}>
            Find a room
          </MenuItem>
          <MenuItem icon={<MessageSquarePlus />} onSelect={() => open('switcher')}>
            Message someone
          </MenuItem>
        </Menu>
      </header>
      <div className="flex items-center gap-1.5 px-3 pb-1">
        <button
          type="button"
          onClick={() => open('switcher')}
          className="touch-target flex h-8 min-w-0 grow items-center gap-2 rounded-md border border-line bg-bg px-2.5 text-start text-meta text-fg-faint transition-colors hover:border-line-strong/60 hover:text-fg-muted"
        >
          <Search className="size-3.5" aria-hidden="true" />
          <span className="grow">Go to…</span>
          <span className="pointer-coarse:hidden" aria-hidden="true">
            <Kbd>{`${commandKey} K`}</Kbd>
          </span>
        </button>
        <SearchButton />
      </div>
      <div className="px-2 pt-1">
        <ThreadsButton open={panel === 'threads'} onToggle={() => onPanel('threads')} />
      </div>
      <div className="min-h-0 grow overflow-y-auto overscroll-contain">
        <RoomListMenu onFailed={setFailure}>
          <RoomList />
        </RoomListMenu>
      </div>
      {failure !== null && <Notice text={failure} onDone={clearFailure} />}
      <UserMenu />
    </aside>
  )
}
