import { useParley } from '@parley/client/react'
import { CreateToken as Input, scopes } from '@parley/contract/api-tokens'
import { limits } from '@parley/contract/limits'
import { useState } from 'react'
import { describeError, errorDataOf } from '../../app/describe-error'
import { errorsOfIssues, explainFailure } from '../../app/field-errors'
import { useForm } from '../../app/use-form'
import { Button } from '../../ui/Button'
import { Checkbox } from '../../ui/Checkbox'
import { Select } from '../../ui/Select'
import { TextField } from '../../ui/TextField'
import { FormError } from '../auth/FormError'
import { expiries, expiryOf } from './expiries'
import { scopeWords } from './scopes'

const says = {
  name: `Name it, in at most ${limits.tokenName} characters, so that you know it again.`,
  scopes: 'Allow it at least one of these.',
}

export interface CreateTokenProps {
  onCreated: (created: { token: string; name: string }) => void
  onCancel: () => void
}

export function CreateToken({ onCreated, onCancel }: CreateTokenProps) {
  const client = useParley()
  const [allowed, setAllowed] = useState<readonly string[]>([])
  const { form, busy, errors, onSubmit } = useForm<keyof typeof says | 'expires'>((error) =>
    errorDataOf(error)?.appCode === 'conflict'
      ? { form: `You have ${limits.tokensPerPerson} tokens, and no more fit. Revoke one first.` }
      : errorDataOf(error)?.appCode === 'invalid'
        ? explainFailure(error, says)
        : { form: describeError(error) },
  )

  async function create(input: Input) {
    const { token } = await client.trpc.auth.createToken.mutate(input)
    onCreated({ token, name: input.name })
  }

  const submit = onSubmit((field) => {
    const expiresAt = expiryOf(field('expires'), Date.now())
    const input = Input.safeParse({ name: field('name'), scopes: allowed, ...(expiresAt && { expiresAt }) })
    return input.success ? create(input.data) : errorsOfIssues(input.error.issues, says)
  })

  return (
    <form ref={form} onSubmit={submit} noValidate className="flex max-w-[440px] flex-col gap-4">
      <TextField
        label="Name"
        name="name"
        autoComplete="off"
        maxLength={limits.tokenName}
        placeholder="Deploy announcements"
        autoFocus
        error={errors.name}
      />
      <fieldset aria-describedby="scopes-error">
        <legend className="mb-2 text-meta font-medium">What it may do</legend>
        <div className="flex flex-col gap-2.5">
          {scopes.map((scope) => (
            <Checkbox
              key={scope}
              name="scopes"
              {...scopeWords[scope]}
              label={
                <>
                  {scopeWords[scope].label}{' '}
                  <span className="ms-1 font-mono text-stamp font-normal text-fg-faint">{scope}</span>
                </>
              }
              checked={allowed.includes(scope)}
              onChange={({ target }) =>
                setAllowed(target.checked ? [...allowed, scope] : allowed.filter((other) => other !== scope))
              }
            />
          ))}
        </div>
        <p id="scopes-error" aria-live="polite" className="mt-1.5 text-meta text-danger">
          {errors.scopes}
        </p>
      </fieldset>
      <Select label="Good for" name="expires" defaultValue="90" options={expiries} />
      <div>
        <FormError>{errors.form ?? null}</FormError>
        <div className="flex flex-wrap gap-2">
          <Button look="primary" type="submit" busy={busy}>
            Create the token
          </Button>
          <Button look="quiet" onClick={onCancel}>
            Cancel
          </Button>
        </div>
      </div>
    </form>
  )
}
