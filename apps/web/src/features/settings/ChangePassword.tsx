import { useParley, useSession } from '@parley/client/react'
import { ChangePassword as Input } from '@parley/contract/passwords'
import { useState } from 'react'
import { errorsOfIssues, explainFailure } from '../../app/field-errors'
import { useForm } from '../../app/use-form'
import { PasswordField } from '../auth/PasswordField'
import { commonPassword, passwordHint, passwordRule } from '../auth/password-rules'
import { SaveRow } from './SaveRow'
import { formClass } from './SectionLayout'

const rules = { currentPassword: 'Enter the password you have now.', newPassword: passwordRule }
const refusals = { currentPassword: "That isn't the password you have now.", newPassword: commonPassword }

export function ChangePassword() {
  const client = useParley()
  const { user } = useSession()
  const [done, setDone] = useState<string | null>(null)
  const { form, busy, errors, onSubmit } = useForm<keyof typeof rules>((error) => explainFailure(error, refusals))

  async function change(input: Input) {
    await client.trpc.auth.changePassword.mutate(input)
    form.current?.reset()
    setDone('Changed. Your other devices are logged out.')
  }

  const submit = onSubmit((field) => {
    setDone(null)
    const input = Input.safeParse({ currentPassword: field('currentPassword'), newPassword: field('newPassword') })
    return input.success ? change(input.data) : errorsOfIssues(input.error.issues, rules)
  })

  return (
    <form ref={form} onSubmit={submit} noValidate className={formClass}>
      {/* For password managers: whose password it is. */}
      <input type="text" name="username" autoComplete="username" value={user?.username ?? ''} hidden readOnly />
      <PasswordField
        label="Current password"
        name="currentPassword"
        autoComplete="current-password"
        error={errors.currentPassword}
      />
      <PasswordField
        label="New password"
        name="newPassword"
        autoComplete="new-password"
        hint={passwordHint}
        error={errors.newPassword}
      />
      <SaveRow label="Change the password" busy={busy} failure={errors.form} done={done} />
    </form>
  )
}
