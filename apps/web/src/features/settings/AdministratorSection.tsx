import { useParley, useSession } from '@parley/client/react'
import { ClaimAdmin } from '@parley/contract/setup'
import { ShieldCheck } from 'lucide-react'
import { describeError, errorDataOf } from '../../app/describe-error'
import { useForm } from '../../app/use-form'
import { TextField } from '../../ui/TextField'
import { SaveRow } from './SaveRow'
import { formClass, Intro } from './SectionLayout'

/** Where the server's log sends its operator while nobody administers it. */
export function AdministratorSection() {
  const client = useParley()
  const { user } = useSession()
  const { form, busy, errors, onSubmit } = useForm<'code'>((error) =>
    errorDataOf(error)?.appCode === 'forbidden'
      ? { code: "That isn't the code that the server logged at its last start, or somebody was faster." }
      : { form: describeError(error) },
  )

  const submit = onSubmit((field) => {
    const input = ClaimAdmin.safeParse({ code: field('code') })
    if (!input.success) return { code: 'Enter the code from the log.' }
    return client.trpc.auth.claimAdmin.mutate(input.data).then(() => client.restore())
  })

  if (user?.isAdmin) {
    return (
      <p role="status" className="flex items-center gap-2 font-medium">
        <ShieldCheck className="size-5 text-ok" aria-hidden="true" />
        You administer this server
      </p>
    )
  }
  return (
    <>
      <Intro>
        While nobody administers this server, it logs a code when it starts (
        <code className="font-mono">setupCode</code>
        ). Enter it here, and you do.
      </Intro>
      <form ref={form} onSubmit={submit} noValidate className={formClass}>
        <TextField
          label="Code from the server's log"
          name="code"
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          maxLength={100}
          inputClassName="font-mono"
          error={errors.code}
        />
        <SaveRow label="Become administrator" busy={busy} failure={errors.form} done={null} />
      </form>
    </>
  )
}
