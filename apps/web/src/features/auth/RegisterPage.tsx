import { useParley } from '@parley/client/react'
import { Register } from '@parley/contract/auth'
import { Link, getRouteApi } from '@tanstack/react-router'
import { errorsOfIssues } from '../../app/field-errors'
import { useForm } from '../../app/use-form'
import { Button } from '../../ui/Button'
import { TextField } from '../../ui/TextField'
import { AuthLayout, linkClass } from './AuthLayout'
import { FormError } from './FormError'
import { OtherWays } from './OtherWays'
import { PasswordField } from './PasswordField'
import { passwordHint } from './password-rules'
import { errorsOfFailure, rules, type Field } from './register-errors'
import { useArrive } from './use-arrive'

const route = getRouteApi('/signed-out/register')

export function RegisterPage() {
  const client = useParley()
  const { next, invite } = route.useSearch()
  const arrive = useArrive(next)
  const { form, busy, errors, onSubmit } = useForm<Field>(errorsOfFailure)

  const submit = onSubmit((field) => {
    const input = Register.omit({ transport: true }).safeParse({
      email: field('email'),
      username: field('username'),
      password: field('password'),
      displayName: field('displayName').trim() || undefined,
      inviteCode: invite,
    })
    if (!input.success) return errorsOfIssues<Field>(input.error.issues, rules)
    return client.register(input.data).then(arrive)
  })

  return (
    <AuthLayout
      title="Create an account"
      footer={
        <>
          Have an account?{' '}
          <Link to="/login" search={{ ...(next && { next }), ...(invite && { invite }) }} className={linkClass}>
            Log in
          </Link>
        </>
      }
    >
      <form ref={form} onSubmit={submit} noValidate className="flex flex-col gap-4">
        <TextField
          label="Your name"
          aside="Optional"
          name="displayName"
          autoComplete="name"
          autoFocus
          error={errors.displayName}
        />
        <TextField
          label="Username"
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          hint="How others mention you: a–z, 0–9, and _ . -"
          error={errors.username}
        />
        <TextField label="E-mail" name="email" type="email" autoComplete="email" error={errors.email} />
        <PasswordField
          label="Password"
          name="password"
          autoComplete="new-password"
          hint={passwordHint}
          error={errors.password}
        />
        <div>
          <FormError>{errors.form ?? null}</FormError>
          <Button look="primary" type="submit" busy={busy} className="w-full">
            Create account
          </Button>
        </div>
      </form>
      <OtherWays next={next} invite={invite} />
    </AuthLayout>
  )
}
