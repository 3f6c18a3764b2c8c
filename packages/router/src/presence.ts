import { Ok } from '@parley/contract/pages'
import { ListPresence, PresenceOf, SetPresence, WatchPresence } from '@parley/contract/presence'
import { followPresence, listPresence, setPresence } from '@parley/core/presence/service'
import { untilAborted } from './subscription.js'
import { router, scoped } from './trpc.js'

export const presence = router({
  /** Says whether one is there: of this socket while it is open, over HTTP for 30 s. */
  set: scoped('presence:write')
    .input(SetPresence)
    .output(Ok)
    .mutation(({ ctx, input }) => {
      setPresence(ctx, input)
      return { ok: true }
    }),
  /** Says who of at most 500 people is there. */
  list: scoped('presence:read')
    .input(ListPresence)
    .output(PresenceOf.array())
    .query(({ ctx, input }) => listPresence(ctx, input)),
  /** Follows who is there, of a room or of at most 500 people: a snapshot, then each change. */
  watch: scoped('presence:read')
    .input(WatchPresence)
    .subscription(({ ctx, input, signal }) => untilAborted(signal, (until) => followPresence(ctx, input, until))),
})
