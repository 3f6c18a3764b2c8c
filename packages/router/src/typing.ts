import { Ok } from '@parley/contract/pages'
import { SetTyping, WatchTyping } from '@parley/contract/typing'
import { followTyping, setTyping } from '@parley/core/typing/service'
import { untilAborted } from './subscription.js'
import { router, scoped } from './trpc.js'

export const typing = router({
  /** Says that one is typing, forgotten after 5 s without a word. */
  set: scoped('presence:write')
    .input(SetTyping)
    .output(Ok)
    .mutation(async ({ ctx, input }) => {
      await setTyping(ctx, input)
      return { ok: true }
    }),
  /** Follows who is typing in a room, oneself left out: as it is, then at each change. */
  watch: scoped('presence:read')
    .input(WatchTyping)
    .subscription(({ ctx, input, signal }) => untilAborted(signal, (until) => followTyping(ctx, input, until))),
})
