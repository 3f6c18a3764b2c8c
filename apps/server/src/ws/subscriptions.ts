import type { AppError } from '@parley/core/errors'
import type { Connection } from '@parley/core/realtime/connection'
import { toTextFrame } from '@parley/core/realtime/frames'
import { HandOver } from '@parley/core/realtime/hand-over'
import { serialize } from '@parley/core/realtime/serialize'
import { toTrpcError } from '@parley/router/errors'
import type { RequestCtx } from '@parley/router/request-context'
import { appRouter } from '@parley/router/root'
import { type AnyTRPCProcedure, isTrackedEnvelope } from '@trpc/server'
import { parseTRPCMessage } from '@trpc/server/rpc'
import { callProcedure } from '../http/trpc-procedure.js'
import type { Answer, Gate } from './gate.js'
import { type IncomingCall, refusalFrame } from './refusal.js'

type Id = number | string

const procedures = appRouter._def.procedures as unknown as Record<string, AnyTRPCProcedure>
const { transformer } = appRouter._def._config

/** A call that subscribes. */
interface Subscribing extends IncomingCall {
  input: unknown
  procedure: AnyTRPCProcedure
}

/**
 * The subscriptions of one socket, from `started` to `stopped`, in the words of tRPC's adapter. That one races two promises for
 * each event and keeps the generator for as long as the subscription lives. Here the generator says what there is to
 * begin with; then the hub takes over, and it is done.
 */
export interface Subscriptions {
  /** Begins what the message subscribes to, or ends what it stops. `false`: it does neither, or what it says is no call. */
  answer(message: unknown): boolean
  /** Says who the socket is of, once it is known; before that nothing is begun. */
  serve(ctx: Promise<RequestCtx>): void
  /** The socket is gone. */
  close(): void
}

interface Parts {
  connection: Connection
  gate: Gate
  requestId: string
  /** Hears of what should not have happened. */
  onFailure(path: string, error: unknown): void
}

export function createSubscriptions({ connection, gate, requestId, onFailure }: Parts): Subscriptions {
  /** How to end each. */
  const ends = new Map<Id, () => void>()
  let context: Promise<RequestCtx> | undefined

  function respond(answer: Answer): void {
    connection.write(toTextFrame(JSON.stringify(answer)))
  }

  function over({ id, jsonrpc }: IncomingCall): void {
    ends.delete(id)
    respond({ id, jsonrpc, result: stopped })
    gate.answered({ id, result: stopped })
  }

  function refuse(call: IncomingCall, error: unknown): void {
    ends.delete(call.id)
    connection.write(toTextFrame(refusalFrame(call, error, requestId)))
    gate.answered({ id: call.id, error })
  }

  async function run(call: Subscribing, ctx: RequestCtx, signal: AbortSignal): Promise<void> {
    const { id, jsonrpc, path, procedure, input } = call
    if (signal.aborted) return over(call)
    const events = await callProcedure(procedure, { path, type: 'subscription', ctx, signal }, input)
    respond({ id, jsonrpc, result: started })
    for await (const event of events as AsyncIterable<unknown>) {
      if (signal.aborted) break
      if (!(event instanceof HandOver)) respond({ id, jsonrpc, result: toData(event) })
      else if (handOver(event, call)) return
    }
    over(call)
  }

  /** Whether the hub has it now. */
  function handOver(mark: HandOver, call: Subscribing): boolean {
    const end = mark.take(call, (error?: AppError) => (error ? refuse(call, error) : over(call)))
    if (end) ends.set(call.id, end)
    return end !== undefined
  }

  async function begin(call: Subscribing, ctx: Promise<RequestCtx>): Promise<void> {
    const stop = new AbortController()
    ends.set(call.id, () => stop.abort())
    try {
      await run(call, await ctx, stop.signal)
    } catch (error) {
      if (stop.signal.aborted) return over(call)
      if (toTrpcError(error).code === 'INTERNAL_SERVER_ERROR') onFailure(call.path, error)
      refuse(call, error)
    }
  }

  return {
    answer(message) {
      if (!context) return false
      const end = findStopped(ends, message)
      if (end) end()
      const call = end ? null : readSubscribing(message)
      if (call) void begin(call, context)
      return Boolean(end ?? call)
    },
    serve: (ctx) => void (context = ctx),
    close() {
      for (const end of [...ends.values()]) end()
    },
  }
}

const started = { type: 'started' }
const stopped = { type: 'stopped' }

function findStopped(ends: ReadonlyMap<Id, () => void>, message: unknown): (() => void) | undefined {
  const { id, method } = (message ?? {}) as { id?: Id; method?: unknown }
  return method === 'subscription.stop' && id !== undefined ? ends.get(id) : undefined
}

/** The subscription that a message asks for; `null` for everything that the adapter has to answer or to refuse. */
function readSubscribing(message: unknown): Subscribing | null {
  if ((message as { method?: unknown } | null)?.method !== 'subscription') return null
  try {
    const read = parseTRPCMessage(message, transformer)
    if (read.id === null || read.method !== 'subscription') return null
    const { id, jsonrpc, method, params } = read
    const { path, lastEventId } = params
    const procedure = Object.hasOwn(procedures, path) ? procedures[path] : undefined
    if (procedure?._def.type !== 'subscription') return null
    return { id, jsonrpc, method, path, procedure, input: withEventId(params.input, lastEventId) }
  } catch {
    return null
  }
}

function withEventId(input: unknown, lastEventId: string | undefined): unknown {
  if (lastEventId === undefined) return input
  if (typeof input === 'object' && input !== null && !Array.isArray(input)) return { ...input, lastEventId }
  return input ?? { lastEventId }
}

function toData(event: unknown) {
  if (!isTrackedEnvelope(event)) return { type: 'data', data: serialize(event) }
  const [id, data] = event
  return { type: 'data', data: serialize({ id, data }), id }
}
