import { useParley, useSession } from '@parley/client/react'
import { useState } from 'react'
import { useForm } from '../../app/use-form'
import { Button } from '../../ui/Button'
import { FormError } from '../auth/FormError'
import { sayMailFailure } from '../auth/mail-errors'
import { ResetRequested } from '../auth/ResetRequested'

/** By a link in the mail, where there is no old password to show. */
export function SetPassword({ look }: { look: 'primary' | 'secondary' }) {
  const client = useParley()
  const { user } = useSession()
  const [asked, setAsked] = useState<{ devToken: string | undefined } | null>(null)
  const { form, busy, errors, onSubmit } = useForm<never>((error) => ({ form: sayMailFailure(error) }))

  if (user === null) return null
  const { email } = user
  if (asked) return <ResetRequested email={email} devToken={asked.devToken} />
  return (
    <form
      ref={form}
      onSubmit={onSubmit(async () => {
        const { devToken } = await client.trpc.auth.requestReset.mutate({ email })
        setAsked({ devToken })
      })}
    >
      <FormError>{errors.form ?? null}</FormError>
      <Button look={look} type="submit" busy={busy}>
        Mail me a link to set a new one
      </Button>
    </form>
  )
}
