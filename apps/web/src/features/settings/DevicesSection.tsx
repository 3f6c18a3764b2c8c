import { api } from '@parley/client/react'
import { describeError } from '../../app/describe-error'
import { useOverlays } from '../../app/overlays'
import { Button } from '../../ui/Button'
import { ErrorState } from '../../ui/ErrorState'
import { Skeleton } from '../../ui/Skeleton'
import { DeviceRow } from './DeviceRow'
import { Intro, Part } from './SectionLayout'

/** Where one is logged in. */
export function DevicesSection() {
  const { open } = useOverlays()
  const sessions = api.auth.sessions.useQuery(undefined, { staleTime: 0 })

  if (sessions.isError) {
    return (
      <ErrorState title="Your devices couldn't be loaded" onRetry={() => void sessions.refetch()}>
        {describeError(sessions.error)}
      </ErrorState>
    )
  }
  const current = sessions.data?.find((session) => session.current)
  const others = sessions.data?.filter((session) => !session.current) ?? []
  return (
    <>
      <Intro>Where you are logged in. If you don't know one of these, log it out and change your password.</Intro>
      {sessions.data === undefined ? (
        <Skeleton className="h-40" />
      ) : (
        <ul aria-label="Devices" className="flex flex-col divide-y divide-line border-t border-line">
          {[...(current ? [current] : []), ...others].map((session) => (
            <DeviceRow key={session.id} session={session} here={current?.ip ?? null} />
          ))}
        </ul>
      )}
      <Part title="All at once">
        <Button className="self-start" onClick={() => open('log-out-everywhere')}>
          Log out everywhere…
        </Button>
      </Part>
    </>
  )
}
