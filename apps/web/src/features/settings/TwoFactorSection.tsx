import { api } from '@parley/client/react'
import { useState } from 'react'
import { describeError } from '../../app/describe-error'
import { ErrorState } from '../../ui/ErrorState'
import { Skeleton } from '../../ui/Skeleton'
import { RecoveryCodes } from './RecoveryCodes'
import { Intro } from './SectionLayout'
import { TurnOffTwoFactor } from './TurnOffTwoFactor'
import { TurnOnTwoFactor } from './TurnOnTwoFactor'
import { UnprovenNote } from './UnprovenNote'

/** A code of an authenticator app beside the password. */
export function TwoFactorSection() {
  const security = api.auth.security.useQuery(undefined, { staleTime: 0 })
  /** Shown this once, right after they were made. */
  const [codes, setCodes] = useState<string[] | null>(null)

  if (codes) {
    return (
      <RecoveryCodes
        codes={codes}
        onDone={() => {
          setCodes(null)
          void security.refetch()
        }}
      />
    )
  }
  if (security.isError) {
    return (
      <ErrorState title="This couldn't be loaded" onRetry={() => void security.refetch()}>
        {describeError(security.error)}
      </ErrorState>
    )
  }
  if (!security.data) return <Skeleton className="h-40 max-w-[400px]" />
  const { secondFactor, recoveryCodesLeft } = security.data
  if (secondFactor) {
    return <TurnOffTwoFactor codesLeft={recoveryCodesLeft} onDone={() => void security.refetch()} />
  }
  return (
    <>
      <Intro>
        Besides your password, logging in then asks for a code that an app on your phone shows. Whoever learns your
        password still can't get in.
      </Intro>
      <UnprovenNote what="two-factor log-in" />
      <TurnOnTwoFactor onCodes={setCodes} />
    </>
  )
}
