import { type Inbox, type Receipts, reduceInbox, reduceReceipts } from '@parley/client'
import type { Message, MessageEvent } from '@parley/contract/messages'
import type { PresenceEvent } from '@parley/contract/presence'
import type { ReceiptEvent } from '@parley/contract/receipts'
import type { InboxEvent } from '@parley/contract/rooms'
import type { TypingEvent } from '@parley/contract/typing'
import type { Person } from '@parley/testkit/person'
import { isMain, type Messages, requote, upsertMessage } from '../../../packages/client/src/messages.js'

// What a client does with the feeds, by the client's own reducers.

/** How long events may take to arrive. */
export const patience = { timeout: 5_000 }

function reduceMessages(messages: Messages, event: MessageEvent): Messages {
  if (event.type !== 'message') return messages
  return isMain(event.message) ? upsertMessage(messages, event.message) : requote(messages, event.message)
}

export const fetchMessages = async ({ trpc }: Person, roomId: string): Promise<Messages> =>
  (await trpc.messages.list.query({ roomId, limit: 100 })).items

/** A room's messages as a client holds them: a page, and every event on top of it. */
export async function followMessages(person: Person, roomId: string) {
  const seen = person.watch(roomId)
  await seen.until((event) => event.type === 'ready')
  let page = await fetchMessages(person, roomId)
  return {
    /** What is held once everything that happened so far has been told. */
    async settled(): Promise<Messages> {
      const { version } = await person.trpc.rooms.byId.query({ roomId })
      await seen.until((event) => event.version >= version)
      return seen.items.reduce(reduceMessages, page)
    },
    refetch: async () => void (page = await fetchMessages(person, roomId)),
    stop: seen.stop,
  }
}

export const fetchInbox = async ({ trpc }: Person): Promise<Inbox> => (await trpc.rooms.list.query()).items

/** An inbox as a client holds it: fetched at every `ready`, since its events cannot be resumed. */
export async function followInbox(person: Person) {
  let events: InboxEvent[] = []
  let page: Promise<Inbox> = Promise.resolve([])
  const seen = person.collect<InboxEvent>((handlers) =>
    person.trpc.rooms.watch.subscribe(
      {},
      {
        ...handlers,
        onData(event) {
          if (event.type === 'ready') {
            events = []
            page = fetchInbox(person)
          } else events.push(event)
          handlers.onData(event)
        },
      },
    ),
  )
  await seen.until((event) => event.type === 'ready')
  return {
    held: async () => (await page, events).reduce(reduceInbox, await page),
    refetch: () => (page = fetchInbox(person)),
  }
}

export const watchInbox = ({ trpc, collect }: Person) =>
  collect<InboxEvent>((handlers) => trpc.rooms.watch.subscribe({}, handlers))

export const watchReceipts = ({ trpc, collect }: Person, roomId: string) =>
  collect<ReceiptEvent>((handlers) => trpc.receipts.watch.subscribe({ roomId }, handlers))

export const watchTyping = ({ trpc, collect }: Person, roomId: string) =>
  collect<TypingEvent>((handlers) => trpc.typing.watch.subscribe({ roomId }, handlers))

export const watchPresence = ({ trpc, collect }: Person, roomId: string) =>
  collect<PresenceEvent>((handlers) => trpc.presence.watch.subscribe({ roomId }, handlers))

/** What who comes to watch now is told first. */
export async function firstOf<T>(seen: { take(count: number): Promise<T[]>; stop(): void }): Promise<T> {
  const [first] = await seen.take(1)
  seen.stop()
  return first!
}

export async function fetchReceipts(person: Person, roomId: string): Promise<Receipts> {
  return reduceReceipts(new Map(), await firstOf(watchReceipts(person, roomId)))
}

export const react = ({ trpc }: Person, { id: messageId }: Message, emoji: string, on: boolean) =>
  trpc.messages.react.mutate({ messageId, emoji, on })

export const send = async (
  { trpc }: Person,
  roomId: string,
  body: string,
  more: { replyToId?: string; threadRootId?: string; alsoToRoom?: boolean; attachmentIds?: string[] },
) => (await trpc.messages.send.mutate({ roomId, clientId: crypto.randomUUID(), body, ...more })).message
