import { useParley } from '@parley/client/react'
import { Link, getRouteApi, useRouter } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { describeError, errorDataOf } from '../../app/describe-error'
import { Button } from '../../ui/Button'
import { TextField } from '../../ui/TextField'
import { AuthLayout, linkClass } from './AuthLayout'
import { FormError } from './FormError'
import { PasswordField } from './PasswordField'
import { ProviderLinks } from './ProviderLinks'
import { sayProviderProblem } from './provider-problems'

const route = getRouteApi('/signed-out/login')

export function LoginPage() {
  const client = useParley()
  const router = useRouter()
  const { next, ended, problem, invite } = route.useSearch()
  const [busy, setBusy] = useState(false)
  const [missing, setMissing] = useState({ login: false, password: false })
  const [failure, setFailure] = useState(() => sayProviderProblem(problem))

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    // Read from the form, not from state: password managers do not always tell React what they fill in.
    const data = new FormData(event.currentTarget)
    const [login, password] = [String(data.get('login')).trim(), String(data.get('password'))]
    const absent = { login: login === '', password: password === '' }
    setMissing(absent)
    setFailure(null)
    if (busy || absent.login || absent.password) return focusFirst(event.currentTarget, absent)
    setBusy(true)
    try {
      await client.login({ login, password })
      await router.navigate({ href: next ?? '/', replace: true })
    } catch (error) {
      setFailure(describeLoginError(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <AuthLayout
      title="Log in"
      footer={
        <>
          New here?{' '}
          <Link to="/register" search={{ ...(next && { next }), ...(invite && { invite }) }} className={linkClass}>
            Create an account
          </Link>
        </>
      }
    >
      {ended && <p className="-mt-3 mb-5 text-meta text-fg-muted">You've been logged out. Log in to go on.</p>}
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <TextField
          label="Username or e-mail"
          name="login"
          autoComplete="username"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          autoFocus
          error={missing.login ? 'Enter your username or e-mail address.' : null}
        />
        <PasswordField
          label="Password"
          name="password"
          autoComplete="current-password"
          error={missing.password ? 'Enter your password.' : null}
        />
        <div>
          <FormError>{failure}</FormError>
          <Button look="primary" type="submit" busy={busy} className="w-full">
            Log in
          </Button>
        </div>
      </form>
      <ProviderLinks next={next} invite={invite} />
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

function focusFirst(form: HTMLFormElement, absent: Record<string, boolean>): void {
  const name = Object.keys(absent).find((field) => absent[field])
  if (name !== undefined) form.querySelector<HTMLElement>(`[name="${name}"]`)?.focus()
}
