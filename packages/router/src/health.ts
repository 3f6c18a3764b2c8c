import { Pong } from '@parley/contract/health'
import { anybody, router } from './trpc.js'

export const health = router({
  /** Answers with the server's time; anybody may ask. */
  ping: anybody.output(Pong).query(() => ({ ok: true as const, time: new Date() })),
})
