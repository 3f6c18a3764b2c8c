import { useSession } from '@parley/client/react'
import { Link } from '@tanstack/react-router'
import { linkClass } from '../auth/AuthLayout'
import { Note } from '../../ui/Note'

/** What is set before the address is proven goes with its first proof: better to know it before than after. */
export function UnprovenNote({ what }: { what: string }) {
  const { user } = useSession()
  if (user === null || user.emailVerifiedAt !== null) return null
  return (
    <Note>
      <Link to="/settings/$section" params={{ section: 'account' }} className={linkClass}>
        Verify your e-mail address
      </Link>{' '}
      first: verifying it later takes away {what}.
    </Note>
  )
}
