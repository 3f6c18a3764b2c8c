import { createParleyClient, memoryTokens, type ParleyClient, type RouterOutputs, type Timeline } from '@parley/client'
import type { MessageEvent } from '@parley/contract/messages'
import { type Collected, collect } from '@parley/testkit/collected'
import type { Person } from '@parley/testkit/person'
import { WebSocket } from 'ws'

// Somebody with Parley's own client, and what they see.

/** Waits that a loaded machine can keep. */
export const patience = { timeout: 20_000 }

/** Logged in; leaving the scope closes it. */
export async function clientOf(
  { session }: Person,
  url: string,
  Socket: new (url: string) => WebSocket = WebSocket,
): Promise<ParleyClient & Disposable> {
  const { accessToken, refreshToken, expiresAt } = session
  const client = createParleyClient({
    url,
    WebSocket: Socket as unknown as typeof globalThis.WebSocket,
    auth: { kind: 'tokens', store: memoryTokens({ accessToken, refreshToken, expiresAt: expiresAt.getTime() }) },
  })
  await client.restore()
  return { ...client, [Symbol.dispose]: client.close }
}

/** Every event of a room from now on, as the links deliver it. */
export async function watchRoom({ trpc }: ParleyClient, roomId: string): Promise<Collected<MessageEvent>> {
  const seen = collect<MessageEvent>(({ onData, ...handlers }) =>
    trpc.messages.watch.subscribe({ roomId }, { ...handlers, onData: ({ data }) => onData(data) }),
  )
  await seen.until(({ type }) => type === 'ready')
  return seen
}

/** The bodies of the messages that were told, each as often as it was. */
export const bodiesOf = ({ items }: Collected<MessageEvent>): string[] =>
  items.flatMap((event) => (event.type === 'message' ? [event.message.body] : []))

/** What a timeline shows as sent. */
export const shownIn = (timeline: Timeline): string[] =>
  timeline.get().entries.flatMap(({ state, message }) => (state === 'sent' ? [message.body] : []))

export const numbered = (count: number, from = 1): string[] =>
  Array.from({ length: count }, (_, at) => String(from + at))

export async function listBodies({ trpc }: { trpc: ParleyClient['trpc'] }, roomId: string): Promise<string[]> {
  const bodies: string[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: RouterOutputs['messages']['list'] = await trpc.messages.list.query({ roomId, limit: 100, cursor })
    bodies.unshift(...page.items.map(({ body }) => body))
    cursor = page.nextCursor
  }
  return bodies
}
