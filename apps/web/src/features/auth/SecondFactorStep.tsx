import { useState } from 'react'
import { describeError, errorDataOf } from '../../app/describe-error'
import { useForm } from '../../app/use-form'
import { Button } from '../../ui/Button'
import { TextField } from '../../ui/TextField'
import { AuthLayout, linkClass } from './AuthLayout'
import { CodeField, isCode } from './CodeField'
import { FormError } from './FormError'
import { asksForSecondFactor, type Attempt } from './second-factor'

export interface SecondFactorStepProps {
  attempt: Attempt
  onDone: () => Promise<void>
  onBack: () => void
}

/** The code of the authenticator app, or a recovery code where the app is out of reach. */
export function SecondFactorStep({ attempt, onDone, onBack }: SecondFactorStepProps) {
  const [recovering, setRecovering] = useState(false)
  const { form, busy, errors, onSubmit } = useForm<'code' | 'recovery'>((error) => {
    const code = errorDataOf(error)?.appCode
    if (asksForSecondFactor(error)) {
      return recovering
        ? { recovery: "That recovery code isn't right, or it was used before." }
        : { code: "That code isn't right, or it was used before. Wait for the next one." }
    }
    if (code === 'unauthenticated') return { form: 'This log-in took too long. Go back and begin again.' }
    return { form: describeError(error) }
  })

  const submit = onSubmit((field) => {
    if (recovering) {
      const code = field('recovery').trim()
      return code === '' ? { recovery: 'Enter one of your recovery codes.' } : attempt(code).then(onDone)
    }
    return isCode(field('code'))
      ? attempt(field('code')).then(onDone)
      : { code: 'Enter the six digits your app shows.' }
  })

  return (
    <AuthLayout
      title="Confirm it's you"
      note={recovering ? 'Each of your recovery codes is good once.' : 'Open your authenticator app for the code.'}
      footer={
        <button type="button" onClick={onBack} className={linkClass}>
          Begin again
        </button>
      }
    >
      <form ref={form} onSubmit={submit} noValidate className="flex flex-col gap-4">
        {recovering ? (
          <TextField
            key="recovery"
            label="Recovery code"
            name="recovery"
            placeholder="XXXXX-XXXXX"
            autoComplete="off"
            autoCapitalize="characters"
            autoCorrect="off"
            spellCheck={false}
            maxLength={32}
            autoFocus
            inputClassName="font-mono"
            error={errors.recovery}
          />
        ) : (
          <CodeField key="code" label="Code" autoFocus error={errors.code} />
        )}
        <div className="flex flex-col gap-2">
          <FormError>{errors.form ?? null}</FormError>
          <Button look="primary" type="submit" busy={busy}>
            Log in
          </Button>
          <Button look="quiet" onClick={() => setRecovering(!recovering)}>
            {recovering ? 'Use the authenticator app' : 'Use a recovery code'}
          </Button>
        </div>
      </form>
    </AuthLayout>
  )
}
