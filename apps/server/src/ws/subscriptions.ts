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
import { bounds } from './bounds.js'
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
 * The subscriptions of one socket, from `started` to `stopped`, in the words of tRPC's adapter. That one races two
 * promises for each event and keeps the generator for as long as the subscription lives. Here the generator says what
 * there is to begin with; then the hub takes over, and it is done.
 */
export interface Subscriptions {
  /** Ends what the frame stops, which makes room for what it begins; returns what else it says. */
  stop(frame: unknown): unknown
  /** Begins what the frame subscribes to, and stops what it began itself; returns what is left for the adapter. */
  begin(frame: unknown): unknown
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
    const events = await callProcedure(procedure, { path, type: 'subscription', ctx, signal }, input)
    if (signal.aborted) return
    // At once: a client that moves here from another socket follows that one until it hears this, and would hear of
    // newer changes there than of what it begins with here.
    respond({ id, jsonrpc, result: started })
    for await (const event of events as AsyncIterable<unknown>) {
      if (signal.aborted) return
      if (!(event instanceof HandOver)) respond({ id, jsonrpc, result: toData(event) })
      else if (handOver(event, call)) return
    }
    if (!signal.aborted) over(call)
  }

  /** Whether the hub has it now. */
  function handOver(mark: HandOver, { id, jsonrpc, method, path }: Subscribing): boolean {
    // Without its input: this is kept for as long as the subscription lives.
    const call = { id, jsonrpc, method, path }
    const end = mark.take(call, (error?: AppError) => (error ? refuse(call, error) : over(call)))
    if (end) ends.set(call.id, end)
    return end !== undefined
  }

  async function follow(call: Subscribing, ctx: Promise<RequestCtx>): Promise<void> {
    const stop = new AbortController()
    ends.set(call.id, () => {
      stop.abort()
      over(call)
    })
    try {
      await run(call, await ctx, stop.signal)
    } catch (error) {
      if (stop.signal.aborted) return
      if (toTrpcError(error).code === 'INTERNAL_SERVER_ERROR') onFailure(call.path, error)
      refuse(call, error)
    }
  }

  function stops(message: unknown): boolean {
    const { id, method } = (message ?? {}) as { id?: Id; method?: unknown }
    const end = method === 'subscription.stop' && id !== undefined && ends.get(id)
    if (end) end()
    return Boolean(end)
  }

  function begins(message: unknown): boolean {
    const call = context && readSubscribing(message)
    if (!context || !call) return false
    gate.taken(call.id)
    void follow(call, context)
    return true
  }

  return {
    stop: (frame) => without(frame, stops),
    begin(frame) {
      // More than anybody needs: the adapter refuses it whole.
      if (Array.isArray(frame) && frame.length > bounds.frameMessages) return frame
      return without(frame, (message) => stops(message) || begins(message))
    },
    serve: (ctx) => void (context = ctx),
    close() {
      for (const end of [...ends.values()]) end()
    },
  }
}

const started = { type: 'started' }
const stopped = { type: 'stopped' }

/** A frame without the messages of which `takes` says that it has taken them. */
function without(frame: unknown, takes: (message: unknown) => boolean): unknown {
  if (Array.isArray(frame)) return frame.filter((message) => !takes(message))
  return takes(frame) ? [] : frame
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
