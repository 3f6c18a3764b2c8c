import { api, useParley } from '@parley/client/react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useForm } from '../../app/use-form'
import { Button } from '../../ui/Button'
import { CodeField, isCode } from '../auth/CodeField'
import { explainCode } from '../auth/CodeStep'
import { DevSecret } from '../auth/DevSecret'
import { sayMailFailure } from '../auth/mail-errors'
import { SaveRow } from './SaveRow'
import { formClass } from './SectionLayout'

/** Proves that the mailbox is one's own, by a code; what was set before that goes, so a new password comes next. */
export function VerifyEmail({ email }: { email: string }) {
  const client = useParley()
  const navigate = useNavigate()
  const security = api.useUtils().auth.security
  const [asked, setAsked] = useState<{ devCode: string | undefined } | null>(null)
  const sending = useForm<never>((error) => ({ form: sayMailFailure(error) }))
  const entering = useForm<'code'>(explainCode)

  const send = sending.onSubmit(async () => {
    const { devCode } = await client.trpc.auth.requestCode.mutate({ email })
    setAsked({ devCode })
  })

  async function enter(code: string) {
    await client.verifyCode({ email, code })
    await security.reset()
    await navigate({ to: '/settings/$section', params: { section: 'password' }, search: { proven: true } })
  }

  const submit = entering.onSubmit((field) =>
    isCode(field('code')) ? enter(field('code')) : { code: 'Enter the six digits from the mail.' },
  )

  if (asked) {
    return (
      <form ref={entering.form} onSubmit={submit} noValidate className={formClass}>
        <CodeField
          label={`Code sent to ${email}`}
          hint="It's good for ten minutes."
          autoFocus
          error={entering.errors.code}
        />
        {asked.devCode !== undefined && (
          <DevSecret>
            The code is <span className="font-mono font-medium text-fg select-all">{asked.devCode}</span>
          </DevSecret>
        )}
        <SaveRow label="Verify" busy={entering.busy} failure={entering.errors.form} done={null} />
        <Button look="quiet" className="self-start" onClick={() => setAsked(null)}>
          Send another code
        </Button>
      </form>
    )
  }
  return (
    <form ref={sending.form} onSubmit={send} className="flex max-w-[60ch] flex-col gap-4">
      <p className="text-pretty text-fg-muted">
        We'll mail you a code. Anybody could have registered with your address before you, so proving that it's yours
        takes away what was set until then: the password, two-factor log-in, API tokens, and every other device's
        log-in. You set a new password right after.
      </p>
      <SaveRow label="Send the code" busy={sending.busy} failure={sending.errors.form} done={null} />
    </form>
  )
}
