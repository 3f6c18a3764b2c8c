import { Pong } from '@parley/contract/health'
import { anybody, router } from './trpc.js'

export const health = router({
  ping: anybody.output(Pong).query(() => ({ ok: true as const, time: new Date() })),
})
