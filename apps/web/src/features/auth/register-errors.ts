import { limits } from '@parley/contract/limits'
import { describeError, errorDataOf } from '../../app/describe-error'

export type Field = 'displayName' | 'username' | 'email' | 'password'
export type FieldErrors = Partial<Record<Field | 'form', string>>

const { username, password, displayName } = limits

/** The rule itself, said once for each field: right whatever broke it. */
const rules: Record<Field, string> = {
  displayName: `Use at most ${displayName} characters, in one line.`,
  username: `Use ${username.min} to ${username.max} characters: a–z, 0–9, and _ . -`,
  email: 'Enter an e-mail address such as you@example.com.',
  password: `Use ${password.min} to ${password.max} characters.`,
}

/** Said by the server, which alone knows. */
const taken: Partial<Record<Field, string>> = {
  username: 'Somebody has this username already.',
  email: 'There is an account with this address. Log in instead.',
}

const isField = (name: unknown): name is Field => typeof name === 'string' && name in rules

/** Puts issues, zod's or the server's, beside the fields that they are about. */
export function errorsOfIssues(
  issues: readonly { path: readonly PropertyKey[] }[],
  says: Partial<Record<Field, string>> = rules,
): FieldErrors {
  const errors: FieldErrors = {}
  for (const { path } of issues) {
    const [field] = path
    const words = isField(field) && says[field]
    if (isField(field) && words) errors[field] = words
  }
  return errors
}

/** What the server said to a registration. */
export function errorsOfFailure(error: unknown): FieldErrors {
  const data = errorDataOf(error)
  const conflict = data?.appCode === 'conflict'
  if ((conflict || data?.appCode === 'invalid') && Array.isArray(data.details)) {
    const errors = errorsOfIssues(data.details, conflict ? taken : rules)
    if (Object.keys(errors).length > 0) return errors
  }
  if (conflict) return { form: 'That username or e-mail address is in use already. Log in, or choose another.' }
  if (data?.appCode === 'forbidden') {
    return { form: "This server isn't open for new accounts. Ask whoever runs it for an invitation." }
  }
  return { form: describeError(error) }
}
