import { useState } from 'react'
import { describeError, errorDataOf } from '../../app/describe-error'
import { useForm } from '../../app/use-form'
import { Button } from '../../ui/Button'
import { AuthLayout, linkClass } from './AuthLayout'
import { CodeField, isCode } from './CodeField'
import type { AskedCode } from './CodeLogin'
import { DevSecret } from './DevSecret'
import { FormError } from './FormError'
import { sayMailFailure } from './mail-errors'

export interface CodeStepProps {
  asked: AskedCode
  onCode: (code: string) => Promise<void>
  onAskAgain: () => Promise<void>
  /** To another address. */
  onBack: () => void
}

export function CodeStep({ asked, onCode, onAskAgain, onBack }: CodeStepProps) {
  const { form, busy, errors, onSubmit } = useForm<'code'>(explainCode)
  const [again, setAgain] = useState<string | null>(null)
  const submit = onSubmit((field) => {
    setAgain(null)
    return isCode(field('code')) ? onCode(field('code')) : { code: 'Enter the six digits from the mail.' }
  })

  async function askAgain() {
    setAgain(await onAskAgain().then(() => 'A new code is on its way. The old one no longer works.', sayMailFailure))
  }

  return (
    <AuthLayout
      title="Enter the code"
      note={
        <>
          If <span className="font-medium break-words text-fg">{asked.email}</span> can log in here, a code is on its
          way to it. It's good for ten minutes.
        </>
      }
      footer={
        <button type="button" onClick={onBack} className={linkClass}>
          Use another address
        </button>
      }
    >
      <form ref={form} onSubmit={submit} noValidate className="flex flex-col gap-4">
        <CodeField label="Code" autoFocus error={errors.code} />
        {asked.devCode !== undefined && (
          <DevSecret>
            The code is <span className="font-mono font-medium text-fg select-all">{asked.devCode}</span>
          </DevSecret>
        )}
        <div className="flex flex-col gap-2">
          <FormError>{errors.form ?? null}</FormError>
          <Button look="primary" type="submit" busy={busy}>
            Log in
          </Button>
          <Button look="quiet" onClick={() => void askAgain()}>
            Send another code
          </Button>
          <p role="status" className="text-center text-meta text-fg-muted">
            {again}
          </p>
        </div>
      </form>
    </AuthLayout>
  )
}

/** What the server says of a code that it does not take. */
export function explainCode(error: unknown): { code: string } | { form: string } {
  const code = errorDataOf(error)?.appCode
  if (code === 'unauthenticated' || code === 'invalid') {
    return { code: "That code isn't right, or it's over. After five tries you need a new one." }
  }
  return { form: describeError(error) }
}
