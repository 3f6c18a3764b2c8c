import { useParley } from '@parley/client/react'
import { Link, getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { noteCode } from './arrival'
import { AuthLayout, linkClass } from './AuthLayout'
import { CodeStep } from './CodeStep'
import { EmailForm } from './EmailForm'
import type { WayInProps } from './LoginPage'
import { sayArrival } from './say-arrival'

const route = getRouteApi('/signed-out/login')

/** A code that was asked for. */
export interface AskedCode {
  email: string
  /** Shown where the server mails nothing. */
  devCode: string | undefined
}

/** Asks for the address first, then for the code that is mailed there. */
export function CodeLogin({ logIn }: WayInProps) {
  const client = useParley()
  const search = route.useSearch()
  const invitation = search.invite === undefined ? {} : { inviteCode: search.invite }
  const [asked, setAsked] = useState<AskedCode | null>(null)

  async function ask(email: string) {
    const { expiresAt, devCode } = await client.trpc.auth.requestCode.mutate({ email, ...invitation })
    noteCode(expiresAt)
    setAsked({ email, devCode })
  }

  if (asked) {
    const { email } = asked
    return (
      <CodeStep
        asked={asked}
        onBack={() => setAsked(null)}
        onAskAgain={() => ask(email)}
        onCode={(code) =>
          logIn((totp) => client.verifyCode({ email, code, ...invitation, ...(totp !== undefined && { totp }) }))
        }
      />
    )
  }
  return (
    <AuthLayout
      title="Log in by e-mail"
      note={sayArrival(search) ?? "We'll send you a code of six digits. You need no password."}
      footer={
        <Link
          to="/login"
          search={{ ...(search.next && { next: search.next }), ...(search.invite && { invite: search.invite }) }}
          className={linkClass}
        >
          Log in with your password
        </Link>
      }
    >
      <EmailForm action="Send the code" onEmail={ask} />
    </AuthLayout>
  )
}
