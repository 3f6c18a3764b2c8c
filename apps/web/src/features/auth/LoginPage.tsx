import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { CodeLogin } from './CodeLogin'
import { PasswordLogin } from './PasswordLogin'
import { asksForSecondFactor, type Attempt } from './second-factor'
import { SecondFactorStep } from './SecondFactorStep'
import { useArrive } from './use-arrive'

const route = getRouteApi('/signed-out/login')

export interface WayInProps {
  /** Logs in, or goes on to the second factor. */
  logIn: (attempt: Attempt) => Promise<void>
}

export function LoginPage() {
  const { next, by } = route.useSearch()
  const arrive = useArrive(next)
  /** What the first factor has opened; the second is to be shown with it. */
  const [halfway, setHalfway] = useState<{ attempt: Attempt } | null>(null)

  async function logIn(attempt: Attempt): Promise<void> {
    try {
      await attempt()
    } catch (error) {
      if (!asksForSecondFactor(error)) throw error
      return setHalfway({ attempt })
    }
    await arrive()
  }

  if (halfway) return <SecondFactorStep attempt={halfway.attempt} onDone={arrive} onBack={() => setHalfway(null)} />
  return by === 'code' ? <CodeLogin logIn={logIn} /> : <PasswordLogin logIn={logIn} />
}
