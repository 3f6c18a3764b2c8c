import { useParley } from '@parley/client/react'
import { Password } from '@parley/contract/auth'
import { Link, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { describeError, errorDataOf } from '../../app/describe-error'
import { explainFailure } from '../../app/field-errors'
import { useForm } from '../../app/use-form'
import { Button } from '../../ui/Button'
import { AuthLayout, linkClass } from './AuthLayout'
import { FormError } from './FormError'
import { PasswordField } from './PasswordField'
import { commonPassword, passwordHint, passwordRule } from './password-rules'
import { typedLogin } from './typed-login'

/** Where a mailed link leads. The token stands after the #, which no server and no log along the way sees. */
export function ResetPasswordPage() {
  const client = useParley()
  const router = useRouter()
  const [token] = useState(() => location.hash.slice(1))
  const [over, setOver] = useState(token === '')
  const { form, busy, errors, onSubmit } = useForm<'password'>((error) => {
    if (errorDataOf(error)?.appCode === 'unauthenticated') setOver(true)
    return errorDataOf(error)?.appCode === 'invalid'
      ? explainFailure(error, { password: commonPassword })
      : { form: describeError(error) }
  })

  async function reset(password: string) {
    await client.trpc.auth.resetPassword.mutate({ token, password })
    // It ended every session, and so perhaps this browser's.
    await client.restore().catch(() => null)
    await router.navigate({ to: '/login', search: { reset: true }, replace: true })
  }

  const submit = onSubmit((field) =>
    Password.safeParse(field('password')).success ? reset(field('password')) : { password: passwordRule },
  )

  if (over) {
    return (
      <AuthLayout
        title="This link is over"
        note="It's good for half an hour and once, or part of it is missing. Your password is as it was."
        footer={
          <Link to="/login" className={linkClass}>
            Back to logging in
          </Link>
        }
      >
        <Link to="/forgot-password" className={linkClass}>
          Ask for a new link
        </Link>
      </AuthLayout>
    )
  }
  return (
    <AuthLayout
      title="Set a new password"
      note="Then every device is logged out, and you log in with it."
      footer={
        <Link to="/login" className={linkClass}>
          Leave it as it is
        </Link>
      }
    >
      <form ref={form} onSubmit={submit} noValidate className="flex flex-col gap-4">
        {/* For password managers: whose password it is, as far as this page knows. */}
        <input type="text" name="username" autoComplete="username" defaultValue={typedLogin()} hidden readOnly />
        <PasswordField
          label="New password"
          name="password"
          autoComplete="new-password"
          autoFocus
          hint={passwordHint}
          error={errors.password}
        />
        <div>
          <FormError>{errors.form ?? null}</FormError>
          <Button look="primary" type="submit" busy={busy} className="w-full">
            Set the password
          </Button>
        </div>
      </form>
    </AuthLayout>
  )
}
