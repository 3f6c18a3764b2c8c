import { api } from '@parley/client/react'
import type { Security } from '@parley/contract/security'
import type { ReactNode } from 'react'
import { describeError } from '../../app/describe-error'
import { ErrorState } from '../../ui/ErrorState'
import { Skeleton } from '../../ui/Skeleton'

export interface WithSecurityProps {
  /** With `reload`, for after it was changed. */
  children: (security: Security, reload: () => void) => ReactNode
}

/** What depends on what guards the account, which is asked each time. */
export function WithSecurity({ children }: WithSecurityProps) {
  const security = api.auth.security.useQuery(undefined, { staleTime: 0 })
  const reload = () => void security.refetch()
  if (security.isError) {
    return (
      <ErrorState title="This couldn't be loaded" onRetry={reload}>
        {describeError(security.error)}
      </ErrorState>
    )
  }
  if (!security.data) return <Skeleton className="h-40 max-w-[400px]" />
  return children(security.data, reload)
}
