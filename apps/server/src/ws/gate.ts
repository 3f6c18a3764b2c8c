import { limits } from '@parley/contract/limits'
import { AppError } from '@parley/core/errors'
import { bounds, inboundRates, nonsenseRate, refusedWeight } from './bounds.js'
import type { SocketCounts } from './counts.js'
import { type IncomingCall, refusalFrame } from './refusal.js'
import { readCall } from './read-call.js'
import { TokenBucket } from './token-bucket.js'

/** Stands before the adapter of one socket: lets through what is within bounds and answers the rest itself. */
export interface Gate {
  /** Something came in, whatever it is; `weight` messages of the socket's budget. */
  meter(weight?: number): void
  /** What of a frame may be answered. It is read here, since to read it may fail. */
  admit(read: () => unknown): unknown
  /** Not the adapter answers this call: should that one refuse the rest of the frame, this is under way all the same. */
  taken(id: number | string): void
  /** It is somebody's now, who may do more than a stranger. */
  known(): void
  /** An answer went out. */
  answered(answer: Answer): void
  /** The socket is gone, and with it whatever was under way. */
  close(): void
}

/** What the gate reads of an outgoing frame. */
export interface Answer {
  id?: number | string | null
  jsonrpc?: '2.0' | undefined
  result?: { type?: string; data?: unknown }
  error?: unknown
}

interface GateParts {
  requestId: string
  /** `null`: as many as they like. */
  callsPerSecond: number | null
  counts: SocketCounts
  send(frame: string): void
  /** Called once, when the socket has used up its patience. */
  onFlood(): void
}

/** Its answer would have no id either, and could be taken for a refusal of the whole frame. */
const isNobodys = (message: unknown) => (message as { id?: unknown } | null)?.id === null

const kindOf = ({ method }: IncomingCall) => (method === 'subscription' ? 'subscriptions' : 'callsUnderWay')

export function createGate({ requestId, callsPerSecond, counts, send, onFlood }: GateParts): Gate {
  let budget = createBudget(callsPerSecond && Math.min(callsPerSecond, bounds.strangerCalls))
  const nonsense = new TokenBucket(nonsenseRate)
  const underWay = new Map<number | string, IncomingCall>()
  const held = { callsUnderWay: 0, subscriptions: 0 }
  /** What the last frame brought for the adapter: should it refuse the frame, none of that is under way. */
  const latest = new Set<number | string>()
  let shut = false

  function meter(weight = 1): void {
    if (!shut && budget && budget.messages.take(weight) > 0) flood()
  }

  function flood(): void {
    if (shut) return
    shut = true
    onFlood()
  }

  function begin(call: IncomingCall): void {
    const kind = kindOf(call)
    underWay.set(call.id, call)
    latest.add(call.id)
    held[kind]++
    counts[kind]++
  }

  function end(id: number | string): void {
    const call = underWay.get(id)
    if (!call) return
    underWay.delete(id)
    const kind = kindOf(call)
    held[kind]--
    counts[kind]--
  }

  function refuse(call: IncomingCall, error: AppError): false {
    counts.refusedCalls++
    send(refusalFrame(call, error, requestId))
    meter(refusedWeight)
    return false
  }

  function mayPass(call: IncomingCall, callsInFrame: number): boolean {
    const kind = kindOf(call)
    if (typeof call.id === 'string' && call.id.length > bounds.idLength)
      return refuse(call, new AppError('invalid', `An id has at most ${bounds.idLength} characters.`))
    if (underWay.has(call.id)) return refuse(call, new AppError('invalid', 'This id is in use.'))
    if (kind === 'callsUnderWay' && callsInFrame > limits.batchCalls)
      return refuse(call, new AppError('invalid', `A batch holds at most ${limits.batchCalls} calls.`))
    if (held[kind] >= bounds[kind])
      return refuse(call, new AppError('too_large', `One socket holds at most ${bounds[kind]} of these at once.`))
    const retryAfterMs = budget?.calls.take(1) ?? 0
    if (retryAfterMs > 0)
      return refuse(call, new AppError('rate_limited', 'Too many calls.', { details: { retryAfterMs } }))
    begin(call)
    return true
  }

  return {
    meter,
    admit(readFrame) {
      latest.clear()
      const frame = readFrame()
      const sent: unknown[] = Array.isArray(frame) ? frame : [frame]
      const all = sent.length > 1 ? sent.filter((message) => !isNobodys(message)) : sent
      if (all.length > 1) meter(all.length - 1)
      if (shut) return []
      // More than anybody needs: the adapter refuses it whole.
      if (all.length > bounds.frameMessages) return frame
      const read = all.map(readCall)
      const callsInFrame = read.filter((call) => call && call.method !== 'subscription').length
      const passed = all.filter((_, at) => {
        const call = read[at]
        return !call || (!shut && mayPass(call, callsInFrame))
      })
      return Array.isArray(frame) ? passed : passed.length === 1 ? frame : []
    },
    taken: (id) => void latest.delete(id),
    answered({ id, result, error }) {
      if (id === null || id === undefined) {
        if (!error) return
        for (const call of latest) end(call)
        if (budget && nonsense.take(1) > 0) flood()
        return
      }
      const over = error || result?.type === 'stopped' || underWay.get(id)?.method !== 'subscription'
      if (over) end(id)
    },
    known: () => void (budget = createBudget(callsPerSecond)),
    close() {
      shut = true
      for (const id of underWay.keys()) end(id)
    },
  }
}

function createBudget(callsPerSecond: number | null) {
  if (callsPerSecond === null) return null
  const { calls, messages } = inboundRates(callsPerSecond)
  return { calls: new TokenBucket(calls), messages: new TokenBucket(messages) }
}
