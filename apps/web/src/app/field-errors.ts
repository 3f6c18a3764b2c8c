import { describeError, errorDataOf } from './describe-error'

/** What is wrong, beside each field by its name; `form`: with all of it. */
export type FieldErrors<F extends string> = Partial<Record<F | 'form', string>>

/** Puts issues, zod's or the server's, beside the fields that they are about. */
export function errorsOfIssues<F extends string>(
  issues: readonly { path: readonly PropertyKey[] }[],
  says: Partial<Record<F, string>>,
): FieldErrors<F> {
  const errors: FieldErrors<F> = {}
  for (const { path } of issues) {
    const field = path[0] as F
    if (says[field] !== undefined) Object.assign(errors, { [field]: says[field] })
  }
  return errors
}

/** What the server refused: in these words beside the fields that it names, else for the whole form. */
export function explainFailure<F extends string>(error: unknown, says: Partial<Record<F, string>>): FieldErrors<F> {
  const data = errorDataOf(error)
  if (data?.appCode === 'invalid' && Array.isArray(data.details)) {
    const errors = errorsOfIssues<F>(data.details, says)
    if (Object.keys(errors).length > 0) return errors
  }
  return { form: describeError(error) } as FieldErrors<F>
}
