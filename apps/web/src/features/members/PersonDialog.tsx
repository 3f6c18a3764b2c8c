import type { UserRef } from '@parley/contract/users'
import { useRef } from 'react'
import { Dialog } from '../../ui/Dialog'
import { ProfileCard } from './ProfileCard'

/** The same card where there is nothing to hang it from. */
export function PersonDialog({ user, onClose }: { user: UserRef | null; onClose: () => void }) {
  const shown = useRef(user)
  if (user) shown.current = user
  if (!shown.current) return null
  return (
    <Dialog open={user !== null} onOpenChange={(open) => !open && onClose()} title="Profile" width="sm">
      <div className="px-5 pt-2 pb-5">
        <ProfileCard user={shown.current} onDone={onClose} />
      </div>
    </Dialog>
  )
}
