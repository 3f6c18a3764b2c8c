import type { Me } from '@parley/contract/users'
import type { AppRouter } from '@parley/router/root'
import {
  createTRPCClient,
  createWSClient,
  httpLink,
  httpSubscriptionLink,
  splitLink,
  TRPCClientError,
  wsLink,
} from '@trpc/client'
import { EventSource } from 'eventsource'
import superjson from 'superjson'
import { WebSocket } from 'ws'
import type { Call } from './history.js'
import { shortTokens } from './short-tokens.js'

/** Somebody with the stock client. */
export interface Client {
  user: Me
  trpc: Trpc
  /** Makes the client open a new socket, as one does with a fresh token. */
  reconnect(): void
  close(): Promise<void>
}

type Trpc = ReturnType<typeof createTRPCClient<AppRouter>>

/** How somebody reaches the server. */
export interface Way {
  port: number
  /** Subscriptions as event streams and calls over HTTP, instead of everything over one socket. */
  streams: boolean
  /** Signs tokens that live for a minute; without it, the one of the sign-up is good for the whole run. */
  jwtSecret?: string
}

/** Signs up at `serverPort` and talks through the port of `way`. */
export async function createClient(username: string, serverPort: number, way: Way): Promise<Client> {
  const url = `http://127.0.0.1:${serverPort}/trpc`
  const signUp = createTRPCClient<AppRouter>({ links: [httpLink({ url, transformer: superjson })] })
  const { accessToken, user } = await signUp.auth.register.mutate({
    username,
    email: `${username}@example.com`,
    password: 'correct horse battery',
  })
  const freshToken = way.jwtSecret ? shortTokens(way.jwtSecret, accessToken) : () => accessToken
  const authorization = async () => ({ authorization: `Bearer ${await freshToken()}` })
  return { user, ...(way.streams ? overStreams(way.port, authorization) : overSocket(way.port, authorization)) }
}

type Connected = Omit<Client, 'user'>
type Authorization = () => Promise<{ authorization: string }>

function overSocket(port: number, connectionParams: Authorization): Connected {
  const socket = createWSClient({
    url: `ws://127.0.0.1:${port}/trpc`,
    WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
    connectionParams,
    retryDelayMs: () => 100,
    keepAlive: { enabled: true, intervalMs: 3_000, pongTimeoutMs: 2_000 },
  })
  const trpc = createTRPCClient<AppRouter>({ links: [wsLink({ client: socket, transformer: superjson })] })
  const reconnect = () => (socket.connection?.ws as unknown as WebSocket | undefined)?.terminate()
  return { trpc, reconnect, close: () => Promise.resolve(socket.close()) }
}

function overStreams(port: number, headers: Authorization): Connected {
  const url = `http://127.0.0.1:${port}/trpc`
  const trpc = createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: ({ type }) => type === 'subscription',
        true: httpSubscriptionLink({
          url,
          transformer: superjson,
          EventSource,
          eventSourceOptions: {
            fetch: async (input, init) => fetch(input, { ...init, headers: { ...init.headers, ...(await headers()) } }),
          },
        }),
        false: httpLink({ url, transformer: superjson, headers }),
      }),
    ],
  })
  // Every stream and every call shows a fresh token of its own.
  return { trpc, reconnect: () => {}, close: () => Promise.resolve() }
}

/** The code that the server refused with, if it did and so did nothing. */
export function refusalOf(error: unknown): string | undefined {
  const { appCode } = ((error as TRPCClientError<AppRouter>)?.data ?? {}) as { appCode?: string }
  return appCode && !['unavailable', 'internal'].includes(appCode) ? appCode : undefined
}

/** What went wrong, in a word for the count. */
export function nameOf(error: unknown): string {
  const { appCode } = ((error as TRPCClientError<AppRouter>)?.data ?? {}) as { appCode?: string }
  return appCode ?? (error instanceof TRPCClientError ? 'closed' : 'other')
}

const patienceMs = 6_000

export type Outcome<T> = Call & { value?: T }

/** Asks once, and gives up after a while without knowing. */
export async function ask<T>(
  client: Client,
  count: (what: string) => void,
  run: (options: { signal: AbortSignal }) => Promise<T>,
): Promise<Outcome<T>> {
  const asked = performance.now()
  try {
    const value = await run({ signal: AbortSignal.timeout(patienceMs) })
    return { asked, answered: performance.now(), value }
  } catch (error) {
    const refused = refusalOf(error)
    count(nameOf(error))
    if (refused === 'unauthenticated') client.reconnect()
    return refused ? { asked, answered: performance.now(), refused } : { asked, answered: null }
  }
}
