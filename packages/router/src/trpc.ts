import type { Scope } from '@parley/contract/api-tokens'
import type { ErrorData } from '@parley/contract/errors'
import type { Ok } from '@parley/contract/pages'
import { mayUse, requireSession } from '@parley/core/auth/access'
import { AppError } from '@parley/core/errors'
import type { Ctx } from '@parley/core/context'
import { serialize } from '@parley/core/realtime/serialize'
import { initTRPC, type TRPCError } from '@trpc/server'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import { TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc'
import superjson from 'superjson'
import { describeError, toTrpcError } from './errors.js'
import type { RequestCtx } from './request-context.js'

/** Superjson, written faster. */
const transformer = { input: superjson, output: { serialize, deserialize: superjson.deserialize } }

/** What a procedure says of itself. */
export interface Meta {
  /** What an API token needs to call it; none: it takes no API tokens. */
  scope?: Scope
  /** Who is not logged in may call it too. */
  anybody?: true
  /** AUTH_RATE counts its calls. */
  limited?: true
}

const t = initTRPC
  .context<RequestCtx>()
  .meta<Meta>()
  .create({
    transformer,
    isDev: false,
    // Also what a subscription throws while it runs comes through here, as it was thrown.
    errorFormatter({ shape, error: thrown, path, ctx }) {
      const error = toTrpcError(thrown)
      const { message, ...described } = describeError(error)
      const data: ErrorData = {
        code: error.code,
        httpStatus: getHTTPStatusCodeFromError(error),
        path,
        requestId: ctx?.requestId ?? '',
        ...described,
      }
      return { ...shape, code: TRPC_ERROR_CODES_BY_KEY[error.code], message, data }
    },
    sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 30_000 } },
  })

export const { router, createCallerFactory } = t

interface Call {
  path: string
  type: string
  /** When it began, by `performance.now()`. */
  began: number
}

/** Says in the log that a call was answered. */
export function logCall(ctx: RequestCtx, call: Call): void {
  ctx.log.debug(describeCall(ctx, call), 'call')
}

/** Turns what a service throws into tRPC's error, and says in the log how the call went. */
export function logRefusal(ctx: RequestCtx, call: Call, thrown: unknown): TRPCError {
  const entry = describeCall(ctx, call)
  const error = toTrpcError(thrown)
  if (error.code === 'INTERNAL_SERVER_ERROR') ctx.log.error({ ...entry, err: error.cause ?? error }, 'call failed')
  else ctx.log.info({ ...entry, code: error.code }, 'call refused')
  return error
}

function describeCall(ctx: RequestCtx, { path, type, began }: Call) {
  const ms = Math.round((performance.now() - began) * 10) / 10
  return { reqId: ctx.requestId, userId: ctx.session?.user.id, event: path, type, ms }
}

const reported = t.middleware(async ({ ctx, path, type, next }) => {
  const call = { path, type, began: performance.now() }
  const result = await next()
  if (!result.ok) throw logRefusal(ctx, call, result.error)
  logCall(ctx, call)
  return result
})

const everyProcedure = t.procedure.use(reported)

/** Anybody may call it. */
export const anybody = everyProcedure.meta({ anybody: true })

/** Anybody may call it, as often as AUTH_RATE lets an address: what guesses at secrets. Each call of a batch counts. */
export const limited = anybody.meta({ limited: true }).use(async ({ ctx, next }) => {
  await ctx.authLimits.takeCall(ctx.caller.ip)
  return next()
})

const known = everyProcedure.use(({ ctx, next }) => {
  const session = requireSession(ctx)
  // tRPC merges them into the context itself, key by key; handing it all of it again cost several µs a call.
  return next({ ctx: { session, actor: session.user } satisfies Pick<Ctx, 'session' | 'actor'> })
})

/** Only who is logged in themselves may call it: no API token can, so that none can make more of itself. */
export const member = known.use(({ ctx, next }) => {
  if (ctx.session.scopes) throw new AppError('forbidden', 'An API token cannot do this.')
  return next()
})

/** The same, as often as AUTH_RATE lets an address. */
export const limitedMember = member.meta({ limited: true }).use(async ({ ctx, next }) => {
  await ctx.authLimits.takeCall(ctx.caller.ip)
  return next()
})

/** Who is logged in may call it, and an API token that was given the scope. */
export const scoped = (scope: Scope) =>
  known.meta({ scope }).use(({ ctx, next }) => {
    if (!mayUse(ctx.session, scope)) throw new AppError('forbidden', `This token lacks the scope ${scope}.`)
    return next()
  })

/** The answer of what only has to be done. */
export async function done(work: Promise<unknown>): Promise<Ok> {
  await work
  return { ok: true }
}
