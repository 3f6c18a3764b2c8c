import { useParley } from '@parley/client/react'
import { Register } from '@parley/contract/auth'
import { limits } from '@parley/contract/limits'
import { Link, getRouteApi, useRouter } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { Button } from '../../ui/Button'
import { TextField } from '../../ui/TextField'
import { AuthLayout, linkClass } from './AuthLayout'
import { FormError } from './FormError'
import { PasswordField } from './PasswordField'
import { ProviderLinks } from './ProviderLinks'
import { errorsOfFailure, errorsOfIssues, type FieldErrors } from './register-errors'

const route = getRouteApi('/signed-out/register')

export function RegisterPage() {
  const client = useParley()
  const router = useRouter()
  const { next, invite } = route.useSearch()
  const [busy, setBusy] = useState(false)
  const [errors, setErrors] = useState<FieldErrors>({})

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (busy) return
    const form = event.currentTarget
    const data = new FormData(form)
    const field = (name: string) => String(data.get(name))
    const input = Register.omit({ transport: true }).safeParse({
      email: field('email'),
      username: field('username'),
      password: field('password'),
      displayName: field('displayName').trim() || undefined,
      inviteCode: invite,
    })
    if (!input.success) return show(form, errorsOfIssues(input.error.issues))
    setErrors({})
    setBusy(true)
    try {
      await client.register(input.data)
      await router.navigate({ href: next ?? '/', replace: true })
    } catch (error) {
      show(form, errorsOfFailure(error))
    } finally {
      setBusy(false)
    }
  }

  /** The focus goes to the first field that needs a hand. */
  function show(form: HTMLFormElement, found: FieldErrors): void {
    setErrors(found)
    const inputs = [...form.querySelectorAll<HTMLInputElement>('input[name]')]
    inputs.find((input) => input.name in found)?.focus()
  }

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
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
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
          hint={`At least ${limits.password.min} characters.`}
          error={errors.password}
        />
        <div>
          <FormError>{errors.form ?? null}</FormError>
          <Button look="primary" type="submit" busy={busy} className="w-full">
            Create account
          </Button>
        </div>
      </form>
      <ProviderLinks next={next} invite={invite} />
    </AuthLayout>
  )
}
