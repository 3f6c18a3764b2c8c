import { describeError, errorDataOf } from '../../app/describe-error'

/** Why no mail was sent. */
export function sayMailFailure(error: unknown): string {
  return errorDataOf(error)?.appCode === 'unavailable'
    ? "This server can't send mail just now. Use your password, or ask whoever runs it."
    : describeError(error)
}
