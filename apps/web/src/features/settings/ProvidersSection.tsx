import { api } from '@parley/client/react'
import { useSearch } from '@tanstack/react-router'
import { describeError } from '../../app/describe-error'
import { ErrorState } from '../../ui/ErrorState'
import { Skeleton } from '../../ui/Skeleton'
import { FormError } from '../auth/FormError'
import { sayLinkingProblem } from '../auth/provider-problems'
import { ProviderRow } from './ProviderRow'
import { Intro } from './SectionLayout'
import { UnprovenNote } from './UnprovenNote'

/** By whom else one can log in. */
export function ProvidersSection() {
  const { problem } = useSearch({ strict: false })
  const offered = api.auth.providers.useQuery(undefined, { staleTime: Infinity })
  const linked = api.auth.linkedProviders.useQuery(undefined, { staleTime: 0 })
  const failed = [offered, linked].find(({ isError }) => isError)

  if (failed?.error) {
    return (
      <ErrorState title="This couldn't be loaded" onRetry={() => void failed.refetch()}>
        {describeError(failed.error)}
      </ErrorState>
    )
  }
  if (!offered.data || !linked.data) return <Skeleton className="h-24" />
  const links = new Map(linked.data.map((one) => [one.id, one]))
  const gone = linked.data.filter(({ id }) => !offered.data.some((one) => one.id === id))
  return (
    <>
      <Intro>Link an account that you have elsewhere, and you can log in here with it.</Intro>
      <UnprovenNote what="these links" />
      <div>
        <FormError>{sayLinkingProblem(problem)}</FormError>
        <ul aria-label="Log-in providers" className="flex flex-col divide-y divide-line border-y border-line">
          {offered.data.map(({ id, name }) => (
            <ProviderRow key={id} id={id} name={name} offered linkedAt={links.get(id)?.linkedAt ?? null} />
          ))}
          {gone.map(({ id, name, linkedAt }) => (
            <ProviderRow key={id} id={id} name={name} offered={false} linkedAt={linkedAt} />
          ))}
        </ul>
      </div>
    </>
  )
}
