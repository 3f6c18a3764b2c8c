import type { Me } from '@parley/contract/users'
import type { AppRouter } from '@parley/router/root'
import { createTRPCClient, createWSClient, httpLink, TRPCClientError, wsLink } from '@trpc/client'
import superjson from 'superjson'
import { WebSocket } from 'ws'
import type { Call } from './history.js'

/** Somebody with the stock client, everything over one socket. */
export interface Client {
  user: Me
  trpc: ReturnType<typeof createTRPCClient<AppRouter>>
  /** Makes the client open a new socket, as one does with a fresh token. */
  reconnect(): void
  close(): Promise<void>
}

/** Signs up over HTTP at `serverPort` and talks over ws through `linkPort`. */
export async function createClient(username: string, serverPort: number, linkPort: number): Promise<Client> {
  const url = `http://127.0.0.1:${serverPort}/trpc`
  const signUp = createTRPCClient<AppRouter>({ links: [httpLink({ url, transformer: superjson })] })
  const { accessToken, user } = await signUp.auth.register.mutate({
    username,
    email: `${username}@example.com`,
    password: 'correct horse battery',
  })
  const socket = createWSClient({
    url: `ws://127.0.0.1:${linkPort}/trpc`,
    WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
    connectionParams: { authorization: `Bearer ${accessToken}` },
    retryDelayMs: () => 100,
    keepAlive: { enabled: true, intervalMs: 3_000, pongTimeoutMs: 2_000 },
  })
  const trpc = createTRPCClient<AppRouter>({ links: [wsLink({ client: socket, transformer: superjson })] })
  const reconnect = () => (socket.connection?.ws as unknown as WebSocket | undefined)?.terminate()
  return { user, trpc, reconnect, close: () => Promise.resolve(socket.close()) }
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
