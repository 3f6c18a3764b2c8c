import { api } from '@parley/client/react'
import type { SessionInfo } from '@parley/contract/sessions'
import { Monitor, Smartphone, SquareTerminal } from 'lucide-react'
import { describeError, errorDataOf } from '../../app/describe-error'
import { Button } from '../../ui/Button'
import { fullStamp } from '../messages/days'
import { sayDevice, sayPlace, sayWhen } from './say-device'

const icons = { desktop: Monitor, phone: Smartphone, program: SquareTerminal }

export interface DeviceRowProps {
  session: SessionInfo
  /** The address of the device that asks. */
  here: string | null
}

export function DeviceRow({ session, here }: DeviceRowProps) {
  const list = api.useUtils().auth.sessions
  const revoke = api.auth.revokeSession.useMutation({
    onSuccess: () => list.invalidate(),
    // Gone already: as wanted, and the list should say so.
    onError: (error) => (errorDataOf(error)?.appCode === 'not_found' ? list.invalidate() : undefined),
  })
  const { name, kind } = sayDevice(session.userAgent)
  const Icon = icons[kind]
  const used = session.current ? 'In use now' : `Last used ${sayWhen(session.lastUsedAt, new Date())}`
  return (
    <li className="flex items-center gap-3 py-3">
      <Icon className="size-5 shrink-0 text-fg-muted" aria-hidden="true" />
      <div className="min-w-0 grow">
        <p className="flex flex-wrap items-center gap-x-2 font-medium">
          <bdi>{name}</bdi>
          {session.current && (
            <span className="rounded-sm bg-accent/10 px-1.5 text-stamp font-medium text-accent">This device</span>
          )}
        </p>
        <p className="text-meta text-fg-muted">{sayPlace(session.ip, session.current ? null : here)}</p>
        <p className="text-meta text-fg-muted">
          <time dateTime={session.lastUsedAt.toISOString()} title={`Logged in ${fullStamp(session.createdAt)}`}>
            {used}
          </time>
        </p>
        <p role="alert" className="text-meta text-danger">
          {revoke.isError && describeError(revoke.error)}
        </p>
      </div>
      {!session.current && (
        <Button
          size="sm"
          busy={revoke.isPending}
          aria-label={`Log out ${name}`}
          onClick={() => revoke.mutate({ sessionId: session.id })}
        >
          Log out
        </Button>
      )}
    </li>
  )
}
