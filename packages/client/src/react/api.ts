import type { AppRouter } from '@parley/router/root'
import { createTRPCReact } from '@trpc/react-query'

/** Typed hooks of every procedure. */
export const api = createTRPCReact<AppRouter>()
