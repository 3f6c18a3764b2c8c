import { describeError, errorDataOf } from '../../app/describe-error'

/** Why somebody could not join a room, in words for them. */
export function describeJoin(error: unknown): string {
  switch (errorDataOf(error)?.appCode) {
    case 'forbidden':
      return 'You are banned from this room.'
    case 'not_found':
      return 'This invitation does not work any more: it expired, was used up or was revoked.'
    case 'conflict':
      return 'This room is archived. Nobody can join it.'
    default:
      return describeError(error)
  }
}
