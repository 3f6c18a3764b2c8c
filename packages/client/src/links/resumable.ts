import type { Operation, OperationResultEnvelope, TRPCClientError } from '@trpc/client'
import type { AppRouter } from '@parley/router/root'

export type Envelope = OperationResultEnvelope<unknown, TRPCClientError<AppRouter>>

/** A subscription that begins again where it was interrupted. */
export interface Resumable {
  saw: (envelope: Envelope) => void
  /** The operation as it is to be made next. */
  operation: () => Operation
}

/** Follows the ids of the events that have them; a subscription of other events begins afresh. */
export function resumable(op: Operation): Resumable {
  let lastEventId: string | undefined
  return {
    saw({ result }) {
      if ('id' in result && result.id !== undefined) lastEventId = result.id
    },
    operation: () => (lastEventId === undefined ? op : { ...op, input: { ...(op.input as object), lastEventId } }),
  }
}
