import type { AppRouter } from '@parley/router/root'
import { createTRPCReact, type CreateTRPCReact } from '@trpc/react-query'

// The type is named, or its declaration would spell the whole router out again.
/** Typed hooks of every procedure. */
export const api: CreateTRPCReact<AppRouter, unknown> = createTRPCReact<AppRouter>()
