import { useParley } from '@parley/client/react'
import { Email } from '@parley/contract/auth'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useForm } from '../../app/use-form'
import { Button } from '../../ui/Button'
import { TextField } from '../../ui/TextField'
import { AuthLayout, linkClass } from './AuthLayout'
import { FormError } from './FormError'
import { sayMailFailure } from './mail-errors'
import { rules } from './register-errors'
import { ResetRequested } from './ResetRequested'
import { rememberLogin, typedEmail } from './typed-login'

const footer = (
  <Link to="/login" className={linkClass}>
    Back to logging in
  </Link>
)

export function ForgotPasswordPage() {
  const client = useParley()
  const [asked, setAsked] = useState<{ email: string; devToken: string | undefined } | null>(null)
  const { form, busy, errors, onSubmit } = useForm<'email'>((error) => ({ form: sayMailFailure(error) }))

  async function ask(email: string) {
    const { devToken } = await client.trpc.auth.requestReset.mutate({ email })
    setAsked({ email, devToken })
  }

  const submit = onSubmit((field) => {
    const email = Email.safeParse(field('email'))
    return email.success ? ask(email.data) : { email: rules.email }
  })

  if (asked) {
    return (
      <AuthLayout title="Check your mail" footer={footer}>
        <ResetRequested {...asked} />
      </AuthLayout>
    )
  }
  return (
    <AuthLayout title="Set a new password" note="We'll mail you a link to set it with." footer={footer}>
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
            Send the link
          </Button>
        </div>
      </form>
    </AuthLayout>
  )
}
