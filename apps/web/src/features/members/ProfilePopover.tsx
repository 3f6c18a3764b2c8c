import type { UserRef } from '@parley/contract/users'
import { useState, type ReactElement } from 'react'
import { Popover } from '../../ui/Popover'
import { ProfileCard } from './ProfileCard'

/** A person's card, hanging from their name or picture. */
export function ProfilePopover({ user, trigger }: { user: UserRef; trigger: ReactElement }) {
  const [open, setOpen] = useState(false)
  return (
    <Popover
      label={`Profile of ${user.displayName}`}
      trigger={trigger}
      side="right"
      align="start"
      open={open}
      onOpenChange={setOpen}
    >
      <ProfileCard user={user} onDone={() => setOpen(false)} />
    </Popover>
  )
}
