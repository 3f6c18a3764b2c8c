import { useParley, useSession } from '@parley/client/react'
import { limits } from '@parley/contract/limits'
import { UpdateUser } from '@parley/contract/users'
import { useState } from 'react'
import { errorsOfIssues, explainFailure } from '../../app/field-errors'
import { useForm } from '../../app/use-form'
import { Checkbox } from '../../ui/Checkbox'
import { TextField } from '../../ui/TextField'
import { AvatarRow } from './AvatarRow'
import { SaveRow } from './SaveRow'
import { formClass, Intro } from './SectionLayout'

const says = {
  displayName: `Enter a name of 1 to ${limits.displayName} characters.`,
  statusText: `Use at most ${limits.statusText} characters.`,
}

type Field = keyof typeof says | 'showsReceipts'

/** Who one is to others. */
export function ProfileSection() {
  const client = useParley()
  const { user } = useSession()
  const [done, setDone] = useState<string | null>(null)
  const [name, setName] = useState(user?.displayName ?? '')
  const { form, busy, errors, onSubmit } = useForm<Field>((error) => explainFailure(error, says))

  async function save(input: UpdateUser) {
    await client.trpc.users.update.mutate(input)
    await client.restore()
    setDone('Saved')
  }

  const submit = onSubmit((field) => {
    setDone(null)
    const input = UpdateUser.safeParse({
      displayName: field('displayName'),
      statusText: field('statusText'),
      showsReceipts: field('showsReceipts') === 'on',
    })
    return input.success ? save(input.data) : errorsOfIssues(input.error.issues, says)
  })

  if (user === null) return null
  return (
    <>
      <Intro>What others see beside what you write.</Intro>
      <AvatarRow user={user} name={name} />
      <form ref={form} onSubmit={submit} onChange={() => setDone(null)} noValidate className={formClass}>
        <TextField
          label="Display name"
          name="displayName"
          value={name}
          onChange={(event) => setName(event.target.value)}
          autoComplete="name"
          maxLength={limits.displayName}
          error={errors.displayName}
        />
        <TextField
          label="Status"
          aside="Optional"
          name="statusText"
          defaultValue={user.statusText ?? ''}
          autoComplete="off"
          maxLength={limits.statusText}
          placeholder="Back on Monday"
          error={errors.statusText}
        />
        <Checkbox
          name="showsReceipts"
          label="Show others how far you've read"
          note="Your picture stands beside the last message that you have seen."
          defaultChecked={user.showsReceipts}
        />
        <SaveRow label="Save" busy={busy} failure={errors.form} done={done} />
      </form>
    </>
  )
}
