import { api, useParley } from '@parley/client/react'
import { useState } from 'react'
import { describeError, errorDataOf } from '../../app/describe-error'
import { Button } from '../../ui/Button'
import { sayDay } from './say-device'

export interface ProviderRowProps {
  id: string
  name: string
  /** Whether one can still log in by it. */
  offered: boolean
  /** `null`: not linked. */
  linkedAt: Date | null
}

export function ProviderRow({ id, name, offered, linkedAt }: ProviderRowProps) {
  const client = useParley()
  const list = api.useUtils().auth.linkedProviders
  const [leaving, setLeaving] = useState(false)
  const unlink = api.auth.unlinkProvider.useMutation({
    onSuccess: () => list.invalidate(),
    // Gone already: as wanted, and the list should say so.
    onError: (error) => (errorDataOf(error)?.appCode === 'not_found' ? list.invalidate() : undefined),
  })

  /** A page of the server, which leads on; it knows who links by a cookie that must not have ended. */
  async function link() {
    setLeaving(true)
    await client.restore().catch(() => null)
    location.assign(`/auth/oidc/${id}?${new URLSearchParams({ link: '1', next: '/settings/providers' })}`)
  }

  return (
    <li className="flex items-center gap-3 py-3">
      <div className="min-w-0 grow">
        <p className="font-medium break-words">
          <bdi>{name}</bdi>
        </p>
        <p className="text-meta text-fg-muted">
          {linkedAt ? `Linked ${sayDay(linkedAt, new Date())}` : 'Not linked'}
          {!offered && ' · this server no longer offers it'}
        </p>
        <p role="alert" className="text-meta text-danger">
          {unlink.isError && sayUnlinkFailure(unlink.error)}
        </p>
      </div>
      {linkedAt ? (
        <Button
          size="sm"
          busy={unlink.isPending}
          aria-label={`Unlink ${name}`}
          onClick={() => unlink.mutate({ provider: id })}
        >
          Unlink
        </Button>
      ) : (
        <Button size="sm" busy={leaving} aria-label={`Link ${name}`} onClick={() => void link()}>
          Link
        </Button>
      )}
    </li>
  )
}

const sayUnlinkFailure = (error: unknown): string =>
  errorDataOf(error)?.appCode === 'conflict'
    ? 'This is the only way into your account. Set a password first.'
    : describeError(error)
