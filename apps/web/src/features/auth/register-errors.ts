import { limits } from '@parley/contract/limits'
import { describeError, errorDataOf } from '../../app/describe-error'
import { errorsOfIssues, explainFailure, type FieldErrors } from '../../app/field-errors'
import { commonPassword, passwordRule } from './password-rules'

export type Field = 'displayName' | 'username' | 'email' | 'password'

const { username, displayName } = limits

/** The rule itself, said once for each field: right whatever broke it. */
export const rules: Record<Field, string> = {
  displayName: `Use at most ${displayName} characters, in one line.`,
  username: `Use ${username.min} to ${username.max} characters: a–z, 0–9, and _ . -`,
  email: 'Enter an e-mail address such as you@example.com.',
  password: passwordRule,
}

/** Said by the server, which alone knows. */
const taken: Partial<Record<Field, string>> = {
  username: 'Somebody has this username already.',
  email: 'There is an account with this address. Log in instead.',
}

/** What the server said to a registration. */
export function errorsOfFailure(error: unknown): FieldErrors<Field> {
  const data = errorDataOf(error)
  if (data?.appCode === 'conflict') {
    const errors = Array.isArray(data.details) ? errorsOfIssues<Field>(data.details, taken) : {}
    if (Object.keys(errors).length > 0) return errors
    return { form: 'That username or e-mail address is in use already. Log in, or choose another.' }
  }
  if (data?.appCode === 'forbidden') {
    return { form: "This server isn't open for new accounts. Ask whoever runs it for an invitation." }
  }
  if (data?.appCode === 'invalid') return explainFailure(error, { ...rules, password: commonPassword })
  return { form: describeError(error) }
}
