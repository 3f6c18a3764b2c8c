import { Ok } from '@parley/contract/pages'
import { ListPresence, PresenceOf, SetPresence, WatchPresence } from '@parley/contract/presence'
import { followPresence, listPresence, setPresence } from '@parley/core/presence/service'
import { untilAborted } from './subscription.js'
import { router, scoped } from './trpc.js'

export const presence = router({
  set: scoped('presence:write')
    .input(SetPresence)
    .output(Ok)
    .mutation(({ ctx, input }) => {
      setPresence(ctx, input)
      return { ok: true }
    }),
  list: scoped('presence:read')
    .input(ListPresence)
    .output(PresenceOf.array())
    .query(({ ctx, input }) => listPresence(ctx, input)),
  watch: scoped('presence:read')
    .input(WatchPresence)
    .subscription(({ ctx, input, signal }) => untilAborted(signal, (until) => followPresence(ctx, input, until))),
})
