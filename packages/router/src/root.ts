import { auth } from './auth.js'
import { health } from './health.js'
import { messages } from './messages.js'
import { notifications } from './notifications.js'
import { presence } from './presence.js'
import { receipts } from './receipts.js'
import { rooms } from './rooms.js'
import { createCallerFactory, router } from './trpc.js'
import { threads } from './threads.js'
import { typing } from './typing.js'
import { users } from './users.js'

/** The whole API. */
export const appRouter = router({
  health,
  auth,
  users,
  rooms,
  messages,
  threads,
  notifications,
  receipts,
  typing,
  presence,
})

export type AppRouter = typeof appRouter

/** Calls procedures inside the process, as whoever the context says. */
export const createCaller = createCallerFactory(appRouter)
