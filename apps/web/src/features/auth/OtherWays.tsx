import { Link } from '@tanstack/react-router'
import { Mail } from 'lucide-react'
import { buttonClass } from '../../ui/Button'

/** The ways in that need no password, one under the other. */
export function OtherWays({ next }: { next: string | undefined }) {
  return (
    <div className="mt-5 flex flex-col gap-2">
      <p className="mb-1 flex items-center gap-3 text-meta text-fg-faint before:h-px before:grow before:bg-line after:h-px after:grow after:bg-line">
        or
      </p>
      <Link to="/login" search={{ ...(next && { next }), by: 'code' }} className={buttonClass({ look: 'secondary' })}>
        <Mail className="size-4" aria-hidden="true" />
        E-mail me a code
      </Link>
    </div>
  )
}
