import { WatchReceipts } from '@parley/contract/receipts'
import { followReceipts } from '@parley/core/receipts/watch'
import { untilAborted } from './subscription.js'
import { router, scoped } from './trpc.js'

export const receipts = router({
  /** Follows how far everybody has read: a snapshot, then each that moves. */
  watch: scoped('rooms:read')
    .input(WatchReceipts)
    .subscription(({ ctx, input, signal }) => untilAborted(signal, (until) => followReceipts(ctx, input, until))),
})
