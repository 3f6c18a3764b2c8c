import { api } from '@parley/client/react'
import { Link } from '@tanstack/react-router'
import { Mail } from 'lucide-react'
import { buttonClass } from '../../ui/Button'

export interface OtherWaysProps {
  /** Where to go afterwards: a path of this client. */
  next: string | undefined
  /** Of the invitation that one comes by. */
  invite: string | undefined
}

/** The ways in that need no password, one under the other. Providers are pages of the server, so these are plain links. */
export function OtherWays({ next, invite }: OtherWaysProps) {
  const { data: providers = [] } = api.auth.providers.useQuery(undefined, { staleTime: Infinity })
  const passedOn = { ...(next && { next }), ...(invite && { invite }) }
  const search = new URLSearchParams(passedOn).toString()
  return (
    <div className="mt-5 flex flex-col gap-2">
      <p className="mb-1 flex items-center gap-3 text-meta text-fg-faint before:h-px before:grow before:bg-line after:h-px after:grow after:bg-line">
        or
      </p>
      <Link to="/login" search={{ ...passedOn, by: 'code' }} className={buttonClass({ look: 'secondary' })}>
        <Mail className="size-4" aria-hidden="true" />
        E-mail me a code
      </Link>
      {providers.map(({ id, name }) => (
        <a key={id} href={`/auth/oidc/${id}${search && `?${search}`}`} className={buttonClass({ look: 'secondary' })}>
          <span className="truncate">Continue with {name}</span>
        </a>
      ))}
    </div>
  )
}
