import { api } from '@parley/client/react'

export interface ProviderLinksProps {
  /** Where to go afterwards: a path of this client. */
  next: string | undefined
  /** Of the invitation that one comes by. */
  invite?: string | undefined
}

/** The ways in by somebody else; nothing where there is none. They are pages of the server, so these are plain links. */
export function ProviderLinks({ next, invite }: ProviderLinksProps) {
  const { data: providers = [] } = api.auth.providers.useQuery(undefined, { staleTime: Infinity })
  if (providers.length === 0) return null
  const search = new URLSearchParams({ ...(next && { next }), ...(invite && { invite }) }).toString()
  return (
    <div className="mt-6">
      <p className="mb-6 flex items-center gap-3 text-meta text-fg-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        or
      </p>
      <ul className="flex flex-col gap-2">
        {providers.map(({ id, name }) => (
          <li key={id}>
            <a
              href={`/auth/oidc/${id}${search && `?${search}`}`}
              className="touch-target flex h-9 items-center justify-center rounded-md border border-line-strong/60 px-3.5 text-message font-medium transition-colors hover:bg-fg/5"
            >
              <span className="truncate">Continue with {name}</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
