import { api } from '@parley/client/react'
import { useState } from 'react'
import { RecoveryCodes } from './RecoveryCodes'
import { Intro } from './SectionLayout'
import { TurnOffTwoFactor } from './TurnOffTwoFactor'
import { TurnOnTwoFactor } from './TurnOnTwoFactor'
import { UnprovenNote } from './UnprovenNote'
import { WithSecurity } from './WithSecurity'

/** A code of an authenticator app beside the password. */
export function TwoFactorSection() {
  const { security } = api.useUtils().auth
  /** Shown this once, right after they were made. */
  const [codes, setCodes] = useState<string[] | null>(null)

  if (codes) {
    return (
      <RecoveryCodes
        codes={codes}
        onDone={() => {
          setCodes(null)
          void security.invalidate()
        }}
      />
    )
  }
  return (
    <WithSecurity>
      {({ secondFactor, recoveryCodesLeft }, reload) =>
        secondFactor ? (
          <TurnOffTwoFactor codesLeft={recoveryCodesLeft} onDone={reload} />
        ) : (
          <>
            <Intro>
              Besides your password, logging in then asks for a code that an app on your phone shows. Whoever learns
              your password still can't get in.
            </Intro>
            <UnprovenNote what="two-factor log-in" />
            <TurnOnTwoFactor onCodes={setCodes} />
          </>
        )
      }
    </WithSecurity>
  )
}
