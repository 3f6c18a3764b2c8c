import { limits } from '@parley/contract/limits'
import type { AppRouter } from '@parley/router/root'
import {
  httpBatchLink,
  httpSubscriptionLink,
  retryLink,
  splitLink,
  wsLink,
  type Operation,
  type TRPCLink,
} from '@trpc/client'
import superjson from 'superjson'
import { retryDelay } from '../backoff.js'
import { isPassing, toProblem } from '../problem.js'
import type { Session } from '../session.js'
import { EventStream, type EventStreamInit } from './event-stream.js'
import { liveLink } from './live-link.js'
import { refreshLink } from './refresh-link.js'
import { sessionLink } from './session-link.js'
import { streamsLink } from './streams-link.js'
import type { Transport } from './transport.js'

export interface LinkOptions {
  url: string
  session: Session
  transport: Transport
  now: () => number
  fetch?: typeof fetch | undefined
}

/** Calls made so often that they take the socket when it is open. */
const overSocket = new Set(['messages.send', 'typing.set'])
const maxUrlLength = 4_000
/** A server that is stopped but not dead never answers. */
const callMs = 20_000

/** Subscriptions go over the socket, or as event streams where there is none; calls over HTTP in batches; all with a fresh token. */
export function createLinks({ url, session, transport, now, fetch }: LinkOptions): TRPCLink<AppRouter>[] {
  const credentials = session.transport === 'cookie' ? 'include' : 'same-origin'
  const socket = wsLink<AppRouter>({ client: transport.socket.client, transformer: superjson })
  const stream = httpSubscriptionLink<AppRouter, typeof EventStream>({
    // Opened with a token that lives for a while: the server ends a stream with its token.
    url: () => session.freshen(false).then(() => url),
    transformer: superjson,
    EventSource: EventStream,
    eventSourceOptions: (): EventStreamInit => ({ headers: authorization(session), credentials, fetch }),
  })
  const calls = httpBatchLink<AppRouter>({
    url,
    transformer: superjson,
    maxItems: limits.batchCalls,
    maxURLLength: maxUrlLength,
    headers: () => authorization(session),
    fetch: (input, init) =>
      (fetch ?? globalThis.fetch)(input, {
        ...(init as RequestInit),
        signal: withTimeout(init?.signal),
        credentials,
      }),
  })
  return [
    sessionLink(session),
    // Both transports resume subscriptions by themselves, except when the server refused one.
    retryLink({
      retry: ({ op, error }) => op.type === 'subscription' && isPassing(toProblem(error)),
      retryDelayMs: retryDelay,
    }),
    refreshLink(session, transport.socket.renew),
    splitLink({
      condition: (op) => op.type === 'subscription',
      true: liveLink(transport, { ws: socket, sse: streamsLink(transport.streams, stream, now) }),
      false: splitLink({ condition: (op) => takesSocket(op, transport), true: socket, false: calls }),
    }),
  ]
}

function authorization(session: Session): { authorization?: string } {
  const value = session.authorization()
  return value === undefined ? {} : { authorization: value }
}

const withTimeout = (signal: AbortSignal | null | undefined) =>
  AbortSignal.any([AbortSignal.timeout(callMs), ...(signal ? [signal] : [])])

/** A call that is made again with a new token does not wait for the socket to be opened with it. */
function takesSocket(op: Operation, transport: Transport): boolean {
  const state = transport.state.get()
  return overSocket.has(op.path) && !op.context.retried && state.transport === 'ws' && state.status === 'open'
}
