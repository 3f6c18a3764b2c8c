import { useConnection, useSession } from '@parley/client/react'
import { useNavigate } from '@tanstack/react-router'
import { ChevronsUpDown, Keyboard, LogOut, Monitor, Moon, Settings, ShieldBan, Sun } from 'lucide-react'
import { useOverlays } from '../../app/overlays'
import { commandKey } from '../../app/platform'
import { setTheme, useTheme } from '../../app/theme'
import { Avatar } from '../../ui/Avatar'
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '../../ui/Menu'
import { useLogOut } from './use-log-out'

const themes = [
  { value: 'system', label: 'Like the system', icon: <Monitor /> },
  { value: 'light', label: 'Light', icon: <Sun /> },
  { value: 'dark', label: 'Dark', icon: <Moon /> },
] as const

/** Who one is here, at the foot of the list, and what one can set about it. */
export function UserMenu() {
  const logOut = useLogOut()
  const { user } = useSession()
  const { status } = useConnection()
  const { open } = useOverlays()
  const navigate = useNavigate()
  const theme = useTheme()

  if (user === null) return null

  return (
    <div className="shrink-0 border-t border-line p-2 pb-[max(8px,env(safe-area-inset-bottom))]">
      <Menu
        side="top"
        trigger={
          <button
            type="button"
            aria-label={`Account of ${user.displayName}`}
            className="flex h-11 w-full items-center gap-2.5 rounded-md px-2 text-start transition-colors hover:bg-fg/5 data-popup-open:bg-fg/7"
          >
            <Avatar user={user} size={24} presence={status === 'open' ? 'online' : 'offline'} />
            <span className="min-w-0 grow truncate font-medium">
              <bdi>{user.displayName}</bdi>
            </span>
            <ChevronsUpDown className="size-4 shrink-0 text-fg-faint" aria-hidden="true" />
          </button>
        }
      >
        <div className="px-2 pt-1.5 pb-2">
          <p className="truncate text-meta font-medium">
            <bdi>{user.displayName}</bdi>
          </p>
          <p className="truncate text-meta text-fg-muted">@{user.username}</p>
        </div>
        <MenuItem icon={<Settings />} keys={`${commandKey} ,`} onSelect={() => void navigate({ to: '/settings' })}>
          Settings
        </MenuItem>
        <MenuItem icon={<ShieldBan />} onSelect={() => open('blocked')}>
          Blocked people
        </MenuItem>
        <MenuItem icon={<Keyboard />} keys="?" onSelect={() => open('shortcuts')}>
          Keyboard shortcuts
        </MenuItem>
        <MenuSeparator />
        <MenuChoice label="Theme" value={theme} options={themes} onChange={setTheme} />
        <MenuSeparator />
        <MenuItem icon={<LogOut />} onSelect={() => void logOut().catch(() => open('log-out-failed'))}>
          Log out
        </MenuItem>
      </Menu>
    </div>
  )
}
