import { Email } from '@parley/contract/auth'
import { useForm } from '../../app/use-form'
import { Button } from '../../ui/Button'
import { TextField } from '../../ui/TextField'
import { FormError } from './FormError'
import { sayMailFailure } from './mail-errors'
import { rules } from './register-errors'
import { rememberLogin, typedEmail } from './typed-login'

export interface EmailFormProps {
  /** The word on the button. */
  action: string
  onEmail: (email: string) => Promise<void>
}

/** Asks whoever is not logged in for the address that something is to be mailed to. */
export function EmailForm({ action, onEmail }: EmailFormProps) {
  const { form, busy, errors, onSubmit } = useForm<'email'>((error) => ({ form: sayMailFailure(error) }))

  const submit = onSubmit((field) => {
    const email = Email.safeParse(field('email'))
    return email.success ? onEmail(email.data) : { email: rules.email }
  })

  return (
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
          {action}
        </Button>
      </div>
    </form>
  )
}
