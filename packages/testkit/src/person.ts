import type { Me } from '@parley/contract/users'
import type { MessageEvent, Message } from '@parley/contract/messages'
import type { AppRouter } from '@parley/router/root'
import { createTRPCClient, createWSClient, httpBatchLink, splitLink, wsLink } from '@trpc/client'
import superjson from 'superjson'
import { v7 as newId } from 'uuid'
import { WebSocket } from 'ws'
import { type Collected, collect } from './collected.js'

/** Somebody with the stock tRPC client: calls over HTTP, subscriptions over one socket. */
export type Person = Awaited<ReturnType<typeof createPerson>>

/** Calls as whoever the token says, or as nobody. */
export function connect(url: string, accessToken: () => string | null) {
  const authorization = () => {
    const token = accessToken()
    return token ? { authorization: `Bearer ${token}` } : {}
  }
  const socket = createWSClient({
    url: `${url.replace('http', 'ws')}/trpc`,
    WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
    connectionParams: authorization,
    lazy: { enabled: true, closeMs: 60_000 },
    retryDelayMs: () => 50,
  })
  const trpc = createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === 'subscription' || operation.context['ws'] === true,
        true: wsLink({ client: socket, transformer: superjson }),
        false: httpBatchLink({ url: `${url}/trpc`, maxItems: 20, headers: authorization, transformer: superjson }),
      }),
    ],
  })
  return { trpc, socket }
}

export async function createPerson(url: string, username: string) {
  const session = await connect(url, () => null).trpc.auth.register.mutate({
    username,
    email: `${username}@example.com`,
    password: 'correct horse battery',
  })
  let accessToken = session.accessToken
  const { trpc, socket } = connect(url, () => accessToken)
  const user: Me = session.user

  const say = async (roomId: string, ...bodies: string[]): Promise<Message[]> => {
    const said: Message[] = []
    for (const body of bodies) said.push((await trpc.messages.send.mutate({ roomId, clientId: newId(), body })).message)
    return said
  }

  /** Watches a room; `after` is the version to resume from. */
  const watch = (roomId: string, { after }: { after?: number } = {}): Collected<MessageEvent> =>
    collect((handlers) =>
      trpc.messages.watch.subscribe(
        { roomId, ...(after !== undefined && { lastEventId: String(after) }) },
        { ...handlers, onData: ({ data }) => handlers.onData(data) },
      ),
    )

  return {
    user,
    session,
    trpc,
    socket,
    say,
    watch,
    collect,
    useToken: (token: string) => void (accessToken = token),
    /** Cuts the socket as a bad network does; the client comes back by itself and resumes. */
    cut: () => (socket.connection?.ws as unknown as WebSocket | undefined)?.terminate(),
    close: () => socket.close(),
  }
}

/** The code that a call is refused with, or `allowed`. */
export const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'allowed',
    (error: { data?: { appCode?: string } }) => error.data?.appCode ?? String(error),
  )
