import { useParley } from '@parley/client/react'
import { Link, getRouteApi } from '@tanstack/react-router'
import { describeError, errorDataOf } from '../../app/describe-error'
import { useForm } from '../../app/use-form'
import { Button } from '../../ui/Button'
import { TextField } from '../../ui/TextField'
import { AuthLayout, linkClass } from './AuthLayout'
import { FormError } from './FormError'
import type { WayInProps } from './LoginPage'
import { OtherWays } from './OtherWays'
import { PasswordField } from './PasswordField'
import { sayProviderProblem } from './provider-problems'
import { sayArrival } from './say-arrival'
import { rememberLogin, typedLogin } from './typed-login'

const route = getRouteApi('/signed-out/login')

export function PasswordLogin({ logIn }: WayInProps) {
  const client = useParley()
  const search = route.useSearch()
  const { form, busy, errors, onSubmit } = useForm<'login' | 'password'>((error) => ({
    form: describeLoginError(error),
  }))

  const submit = onSubmit((field) => {
    const [login, password] = [field('login').trim(), field('password')]
    if (login === '' || password === '') {
      return {
        ...(login === '' && { login: 'Enter your username or e-mail address.' }),
        ...(password === '' && { password: 'Enter your password.' }),
      }
    }
    return logIn((totp) => client.login({ login, password, ...(totp !== undefined && { totp }) }))
  })

  return (
    <AuthLayout
      title="Log in"
      note={sayArrival(search)}
      footer={
        <>
          New here?{' '}
          <Link
            to="/register"
            search={{ ...(search.next && { next: search.next }), ...(search.invite && { invite: search.invite }) }}
            className={linkClass}
          >
            Create an account
          </Link>
        </>
      }
    >
      <form ref={form} onSubmit={submit} noValidate className="flex flex-col gap-4">
        <TextField
          label="Username or e-mail"
          name="login"
          defaultValue={typedLogin()}
          onChange={(event) => rememberLogin(event.target.value)}
          autoComplete="username"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          autoFocus
          error={errors.login}
        />
        <PasswordField
          label="Password"
          name="password"
          autoComplete="current-password"
          error={errors.password}
          below={
            <Link to="/forgot-password" className="text-meta text-fg-muted underline-offset-3 hover:underline">
              Forgot your password?
            </Link>
          }
        />
        <div>
          <FormError>{errors.form ?? sayProviderProblem(search.problem)}</FormError>
          <Button look="primary" type="submit" busy={busy} className="w-full">
            Log in
          </Button>
        </div>
      </form>
      <OtherWays next={search.next} invite={search.invite} />
    </AuthLayout>
  )
}

/** Says no more than the server does: never which of the two was wrong. */
function describeLoginError(error: unknown): string {
  const code = errorDataOf(error)?.appCode
  if (code === 'unauthenticated' || code === 'invalid' || code === 'not_found') {
    return "That username and password don't match."
  }
  return describeError(error)
}
