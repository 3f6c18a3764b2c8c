import { useParley } from '@parley/client/react'
import { useForm } from '../../app/use-form'
import { Button } from '../../ui/Button'
import { CodeField, isCode } from '../auth/CodeField'
import { explainCode } from '../auth/CodeStep'
import { DevSecret } from '../auth/DevSecret'
import { SaveRow } from './SaveRow'
import { formClass } from './SectionLayout'

export interface ConfirmEmailProps {
  email: string
  devCode: string | undefined
  onDone: () => void
  /** To another address, or for another code. */
  onBack: () => void
}

/** Takes the new address by the code that was mailed to it; until then the old one stays. */
export function ConfirmEmail({ email, devCode, onDone, onBack }: ConfirmEmailProps) {
  const client = useParley()
  const { form, busy, errors, onSubmit } = useForm<'code'>((error) => explainCode(error))

  async function confirm(code: string) {
    await client.trpc.auth.confirmEmail.mutate({ code })
    await client.restore()
    onDone()
  }

  const submit = onSubmit((field) =>
    isCode(field('code')) ? confirm(field('code')) : { code: 'Enter the six digits from the mail.' },
  )

  return (
    <form ref={form} onSubmit={submit} noValidate className={formClass}>
      <CodeField
        label={`Code sent to ${email}`}
        hint="It's good for ten minutes. Until then your old address stays."
        autoFocus
        error={errors.code}
      />
      {devCode !== undefined && (
        <DevSecret>
          The code is <span className="font-mono font-medium text-fg select-all">{devCode}</span>
        </DevSecret>
      )}
      <SaveRow label="Take this address" busy={busy} failure={errors.form} done={null} />
      <Button look="quiet" className="self-start" onClick={onBack}>
        Start again
      </Button>
    </form>
  )
}
