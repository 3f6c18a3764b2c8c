import { WatchReceipts } from '@parley/contract/receipts'
import { followReceipts } from '@parley/core/receipts/watch'
import { untilAborted } from './subscription.js'
import { router, scoped } from './trpc.js'

export const receipts = router({
  watch: scoped('rooms:read')
    .input(WatchReceipts)
    .subscription(({ ctx, input, signal }) => untilAborted(signal, (until) => followReceipts(ctx, input, until))),
})
