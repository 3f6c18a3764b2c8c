import { useParley } from '@parley/client/react'
import { Email } from '@parley/contract/auth'
import { Link, getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useForm } from '../../app/use-form'
import { Button } from '../../ui/Button'
import { TextField } from '../../ui/TextField'
import { noteCode } from './arrival'
import { AuthLayout, linkClass } from './AuthLayout'
import { CodeStep } from './CodeStep'
import { FormError } from './FormError'
import type { WayInProps } from './LoginPage'
import { sayMailFailure } from './mail-errors'
import { rules } from './register-errors'
import { sayArrival } from './say-arrival'
import { rememberLogin, typedEmail } from './typed-login'

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
  const { form, busy, errors, onSubmit } = useForm<'email'>((error) => ({ form: sayMailFailure(error) }))

  async function ask(email: string) {
    const { expiresAt, devCode } = await client.trpc.auth.requestCode.mutate({ email, ...invitation })
    noteCode(expiresAt)
    setAsked({ email, devCode })
  }

  const submit = onSubmit((field) => {
    const email = Email.safeParse(field('email'))
    return email.success ? ask(email.data) : { email: rules.email }
  })

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
      <form ref={form} onSubmit={submit} noValidate className="flex flex-col gap-4">
        <TextField
          label="E-mail"
          name="email"
          type="email"
          autoComplete="email"
          defaultValue={typedEmail()}
          onChange={(event) => rememberLogin(event.target.value)}
          autoFocus
          error={errors.email}
        />
        <div>
          <FormError>{errors.form ?? null}</FormError>
          <Button look="primary" type="submit" busy={busy} className="w-full">
            Send the code
          </Button>
        </div>
      </form>
    </AuthLayout>
  )
}
