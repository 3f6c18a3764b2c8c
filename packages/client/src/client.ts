import type { Message, MessageEvent } from '@parley/contract/messages'
import type { UserRef } from '@parley/contract/users'
import type { AppRouter } from '@parley/router/root'
import { createTRPCClient, wsLink, type TRPCClient, type TRPCLink } from '@trpc/client'
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import superjson from 'superjson'
import { createAlarm, keepTrying } from './backoff.js'
import { createLinks } from './links/links.js'
import type { ConnectionState } from './links/connection.js'
import { createTransport } from './links/transport.js'
import { watchNetwork } from './network.js'
import { createOutbox } from './outbox.js'
import { memoryOutbox, type OutboxStorage } from './outbox-storage.js'
import { toProblem } from './problem.js'
import { createSession, type Auth, type SessionState } from './session.js'
import type { Store } from './store.js'
import type { Timeline, TimelineState } from './timeline/timeline.js'
import { createTimelines } from './timeline/timelines.js'
import { createTyping, type Typing } from './typing.js'
import { createUploads, type Uploads } from './uploads.js'

export { UploadError, type UploadOptions } from './uploads.js'
export { toProblem, type Problem } from './problem.js'
export { localStorageOutbox, memoryOutbox, type OutboxStorage, type Pending } from './outbox-storage.js'
export { type Notifications, reduceNotifications } from './notifications.js'
export { reducePins } from './pins.js'
export { reduceBlocked, reduceMembers } from './people.js'
export { reducePresence, type Presences } from './presence.js'
export { reduceReceipts, type Receipts } from './receipts.js'
export { reduceInbox, type Inbox } from './rooms.js'
export { reduceUnreadThreads } from './threads.js'
export { emptyWindow, reduceTimeline, type TimelineAction, type TimelineWindow } from './timeline/window.js'
export { memoryTokens, type Tokens, type TokenStore } from './tokens.js'
export type { Entry } from './timeline/entries.js'
export type { Auth, SessionState } from './session.js'
export type { AppRouter, ConnectionState, Store, Timeline, TimelineState, Typing }

export type RouterInputs = inferRouterInputs<AppRouter>
export type RouterOutputs = inferRouterOutputs<AppRouter>

export interface ParleyClientOptions {
  /** Origin of the server, such as `http://localhost:3000`. */
  url: string
  /** Tokens in memory unless told otherwise. */
  auth?: Auth
  fetch?: typeof fetch
  WebSocket?: typeof WebSocket
  /** Milliseconds since 1970. */
  now?: () => number
  /** Where unsent messages are kept; in memory unless told otherwise. */
  outbox?: OutboxStorage
}

export interface ParleyClient {
  /** Every procedure, typed. */
  trpc: TRPCClient<AppRouter>
  /** For other tRPC front ends, such as `@trpc/react-query`. */
  links: TRPCLink<AppRouter>[]
  session: Store<SessionState>
  connection: Store<ConnectionState>
  register: (input: Omit<RouterInputs['auth']['register'], 'transport'>) => Promise<SessionState>
  login: (input: Omit<RouterInputs['auth']['login'], 'transport'>) => Promise<SessionState>
  /** Enters a mailed code. The first proof of an address ends every older session, this client's as well. */
  verifyCode: (input: Omit<RouterInputs['auth']['verifyCode'], 'transport'>) => Promise<SessionState>
  logout: (options?: { everywhere?: boolean }) => Promise<void>
  /** Finds out who is logged in; waits while the server cannot be reached. */
  restore: () => Promise<SessionState>
  /** Always the same timeline for the same room. */
  room: (roomId: string) => Timeline
  /** The same of a thread, by the message where it begins. */
  thread: (roomId: string, rootId: string) => Timeline
  typing: Typing
  /** Calls back with each message that a timeline is told of for the first time; returns what ends it. */
  onSaid: (listener: (message: Message) => void) => () => void
  /** Calls back with all that the feeds of timelines bring; returns what ends it. */
  onHeard: (listener: (event: MessageEvent, roomId: string) => void) => () => void
  /** Uploads a file, to be sent with a message. */
  upload: Uploads
  /** Shows a renamed person by the new name in every timeline. */
  renamed: (user: UserRef) => void
  /** Tries to connect now instead of at `retryAt`; a socket too, where there was none to be had. */
  reconnect: () => void
  close: () => void
}

/** Whether the server answers over HTTP must be known sooner than a call has to be. */
const reachMs = 5_000

export function createParleyClient(options: ParleyClientOptions): ParleyClient {
  const { auth = { kind: 'tokens' }, fetch, WebSocket, now = Date.now, outbox: storage = memoryOutbox() } = options
  const origin = options.url.replace(/\/+$/, '')
  const url = `${origin}/trpc`
  /** Wakes what waits for the connection. */
  const alarm = createAlarm()
  let offline = false

  const session = createSession(auth, () => trpc.auth.refresh.mutate({ refreshToken: session.refreshToken() }), now)
  const transport = createTransport({
    url: url.replace(/^http/, 'ws'),
    session,
    now,
    WebSocket,
    reach: () => trpc.health.ping.query(undefined, { signal: AbortSignal.timeout(reachMs) }),
    probe: (signal) => overSocket.health.ping.query(undefined, { signal }),
  })
  const links = createLinks({ url, session, transport, now, fetch })
  const trpc = createTRPCClient<AppRouter>({ links })
  const overSocket = createTRPCClient<AppRouter>({
    links: [wsLink({ client: transport.socket.client, transformer: superjson })],
  })
  const outbox = createOutbox({
    storage,
    alarm,
    now,
    isOffline: () => offline,
    send: (input) => trpc.messages.send.mutate(input),
    sent: (message) => timelines.apply(message.roomId, { type: 'confirmed', message }),
  })
  const listening = new Set<{ listener: (message: Message) => void }>()
  const said = (message: Message) => listening.forEach(({ listener }) => listener(message))
  const hearing = new Set<{ listener: (event: MessageEvent, roomId: string) => void }>()
  const heard = (event: MessageEvent, roomId: string) => hearing.forEach(({ listener }) => listener(event, roomId))
  const timelines = createTimelines({ trpc, outbox, session, alarm, now, said, heard })

  let userId: string | null = null
  const leaveSession = session.state.subscribe(() => {
    const next = session.state.get().user?.id ?? null
    if (next === userId) return
    if (userId) {
      timelines.clear()
      transport.stop()
    }
    userId = next
    outbox.open(next)
  })
  const leaveTransport = transport.state.subscribe(() => {
    if (transport.state.get().status === 'open') alarm.wake()
  })
  const leaveNetwork = watchNetwork((isOffline) => {
    offline = isOffline
    transport.setOffline(isOffline)
    if (!isOffline) alarm.wake()
  })

  return {
    trpc,
    links,
    session: session.state,
    connection: transport.state,
    async register(input) {
      await trpc.auth.register.mutate(input)
      return session.state.get()
    },
    async login(input) {
      await trpc.auth.login.mutate(input)
      return session.state.get()
    },
    async verifyCode(input) {
      await session.replace(() => trpc.auth.verifyCode.mutate(input))
      return session.state.get()
    },
    async logout({ everywhere = false } = {}) {
      try {
        await trpc.auth.logout.mutate({ everywhere })
      } catch (error) {
        // Cookies that the server did not take back would log in again at the next load.
        if (session.transport === 'cookie' && toProblem(error).appCode !== 'unauthenticated') throw error
      }
      session.clear()
    },
    async restore() {
      if (session.transport === 'body' && !session.authorization()) session.clear()
      else await findUser()
      return session.state.get()
    },
    room: timelines.room,
    thread: timelines.thread,
    typing: createTyping((input) => trpc.typing.set.mutate(input), now),
    onSaid(listener) {
      const entry = { listener }
      listening.add(entry)
      return () => void listening.delete(entry)
    },
    onHeard(listener) {
      const entry = { listener }
      hearing.add(entry)
      return () => void hearing.delete(entry)
    },
    upload: createUploads({ url: `${origin}/api/uploads`, session, fetch }),
    renamed: (user) => timelines.applyToAll({ type: 'renamed', user }),
    reconnect() {
      transport.redial()
      alarm.wake()
    },
    close() {
      leaveSession()
      leaveTransport()
      leaveNetwork()
      timelines.clear()
      outbox.open(null)
      transport.stop()
    },
  }

  async function findUser() {
    try {
      session.setUser(await keepTrying(alarm, () => trpc.users.me.query()))
    } catch (error) {
      if (toProblem(error).appCode !== 'unauthenticated') throw error
      session.clear()
    }
  }
}
