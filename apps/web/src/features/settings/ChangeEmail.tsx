import { useParley, useSession } from '@parley/client/react'
import { Email } from '@parley/contract/auth'
import { useState } from 'react'
import { describeError, errorDataOf } from '../../app/describe-error'
import { explainFailure, type FieldErrors } from '../../app/field-errors'
import { useForm } from '../../app/use-form'
import { TextField } from '../../ui/TextField'
import { rules } from '../auth/register-errors'
import { ConfirmEmail } from './ConfirmEmail'
import { ProofFields, proofRefusals, readProof } from './ProofFields'
import { SaveRow } from './SaveRow'
import { formClass } from './SectionLayout'

type Field = 'email' | 'currentPassword' | 'totp'

function explain(error: unknown): FieldErrors<Field> {
  const code = errorDataOf(error)?.appCode
  if (code === 'conflict') return { email: 'There is an account with this address already.' }
  if (code === 'unavailable') return { form: "This server can't send mail just now. Ask whoever runs it." }
  return code === 'invalid'
    ? explainFailure(error, { ...proofRefusals, email: rules.email })
    : { form: describeError(error) }
}

/** Another address: first it is asked for, then proven by the code that is mailed there. */
export function ChangeEmail({ hasPassword }: { hasPassword: boolean }) {
  const client = useParley()
  const { user } = useSession()
  const asks = { hasPassword, secondFactor: false }
  const [asked, setAsked] = useState<{ email: string; devCode: string | undefined } | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const { form, busy, errors, onSubmit } = useForm<Field>(explain)

  const submit = onSubmit((field) => {
    setDone(null)
    const email = Email.safeParse(field('email'))
    const read = readProof(asks, field)
    if (!email.success || 'missing' in read)
      return { ...(!email.success && { email: rules.email }), ...('missing' in read && read.missing) }
    return client.trpc.auth.changeEmail
      .mutate({ email: email.data, ...read.proof })
      .then(({ devCode }) => setAsked({ email: email.data, devCode }))
  })

  if (asked) {
    return (
      <ConfirmEmail
        {...asked}
        onBack={() => setAsked(null)}
        onDone={() => {
          setAsked(null)
          setDone('Changed. Your old address is told by mail.')
        }}
      />
    )
  }
  return (
    <form ref={form} onSubmit={submit} noValidate className={formClass}>
      <TextField label="New address" name="email" type="email" autoComplete="email" error={errors.email} />
      <ProofFields asks={asks} errors={errors} />
      <SaveRow
        label="Send a code to it"
        look={user?.emailVerifiedAt ? 'primary' : 'secondary'}
        busy={busy}
        failure={errors.form}
        done={done}
      />
    </form>
  )
}
