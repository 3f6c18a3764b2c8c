import type { Message, MessageEvent } from '@parley/contract/messages'
import type { InboxEvent, InboxRoom } from '@parley/contract/rooms'
import type { FoundMessages } from '@parley/contract/search'
import type { ThreadsPage } from '@parley/contract/threads'
import { type InfiniteData, QueryClient, type QueryKey } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import type { ParleyClient } from '../src/client.js'
import { createInboxSync } from '../src/react/inbox-sync.js'
import { foundKey, inboxKey, threadListKey } from '../src/react/keys.js'
import { createStore } from '../src/store.js'
import { message, room, settings } from './make.js'

type Answer = { roomId: string; give: (room: InboxRoom) => void; fail: () => void }

/** An inbox of which one page is loaded; its look-ups are answered by hand. */
function setUp() {
  const asked: Answer[] = []
  let hear: (event: InboxEvent) => void = () => {}
  const session = createStore<{ user: { id: string } | null }>({ user: { id: 'alice' } })
  const watch = {
    subscribe: (_: unknown, { onData }: { onData: typeof hear }) => ((hear = onData), { unsubscribe: () => {} }),
  }
  const query = ({ roomId }: { roomId: string }) =>
    new Promise<InboxRoom>((give, fail) => void asked.push({ roomId, give, fail: () => fail(new Error('away')) }))
  let hearMessage: (event: MessageEvent, roomId: string) => void = () => {}
  const onHeard = (listener: typeof hearMessage) => ((hearMessage = listener), () => {})
  const client = { session, onHeard, renamed: () => {}, trpc: { rooms: { watch, byId: { query } } } }
  const queryClient = new QueryClient()
  const sync = createInboxSync(client as unknown as ParleyClient, queryClient)
  const load = () =>
    queryClient.setQueryData(inboxKey, { pages: [{ items: [room('new')], nextCursor: 'older' }], pageParams: [null] })
  load()
  const end = sync.start()
  const say = (said: Message) => hearMessage({ type: 'message', version: said.version, message: said }, said.roomId)
  return { asked, session, sync, load, end, queryClient, say, hear: (event: InboxEvent) => hear(event) }
}

const activity = (lastSeq: number): InboxEvent => ({
  type: 'activity',
  ...{ roomId: 'old', lastSeq, lastMain: lastSeq, version: lastSeq, memberCount: 2 },
  lastMessage: message(lastSeq),
  ...settings,
})
const mention: InboxEvent = { type: 'mention', roomId: 'old', seq: 1, senderId: 'bob', on: true }
const old = room('old', { version: 1, lastSeq: 1, lastMain: 1, unread: 1 })
const settled = () => new Promise((resolve) => setTimeout(resolve))

test.each([activity(1), mention])('a room of no loaded page appears when it has $type', async (event) => {
  const { asked, hear, sync, end } = setUp()
  hear(event)
  asked[0]!.give(old)
  await settled()
  expect(sync.room('old')).toMatchObject({ unread: 1 })
  expect(sync.room('new')).toBeDefined()
  hear(activity(2))
  expect(asked).toHaveLength(1)
  end()
})

test('a room is looked up once at a time, and has what happened meanwhile', async () => {
  const { asked, hear, sync, end } = setUp()
  hear(activity(1))
  hear(activity(2))
  hear({ type: 'user', user: { id: 'bob', username: 'bob', displayName: 'Robert', avatarUrl: null } })
  expect(asked.map(({ roomId }) => roomId)).toEqual(['old'])
  asked[0]!.give(old)
  await settled()
  expect(sync.room('old')).toMatchObject({ unread: 2, lastMessage: { sender: { displayName: 'Robert' } } })
  end()
})

test('a room that could not be looked up is tried again at its next event', async () => {
  const { asked, hear, sync, end } = setUp()
  hear(activity(1))
  asked[0]!.fail()
  await settled()
  expect(sync.room('old')).toBeUndefined()
  hear(activity(2))
  expect(asked).toHaveLength(2)
  end()
})

test('a room that one has left stays away, also when it was looked up before', async () => {
  const { asked, hear, sync, end } = setUp()
  hear(activity(1))
  asked[0]!.give({ ...old, role: null })
  await settled()
  expect(sync.room('old')).toBeUndefined()
  hear(activity(2))
  hear({ type: 'left', roomId: 'old' })
  asked[1]!.give(old)
  await settled()
  expect(sync.room('old')).toBeUndefined()
  end()
})

test('what a look-up brings after the feed began again, or after somebody else logged in, is dropped', async () => {
  const { asked, hear, sync, session, load, end } = setUp()
  hear(activity(1))
  hear({ type: 'ready' })
  asked[0]!.give(old)
  await settled()
  expect(sync.room('old')).toBeUndefined()
  hear(activity(2))
  session.set({ user: { id: 'bob' } })
  load()
  asked[1]!.give(old)
  await settled()
  expect(sync.room('old')).toBeUndefined()
  end()
})

test('a room is looked up whose event came while the inbox was on its way', async () => {
  const { asked, hear, sync, queryClient, end } = setUp()
  queryClient.removeQueries({ queryKey: inboxKey })
  let land: (inbox: unknown) => void = () => {}
  const queryFn = () => new Promise((resolve) => (land = resolve))
  const fetching = queryClient.fetchQuery({ queryKey: inboxKey, queryFn })
  hear(activity(1))
  expect(asked).toEqual([])
  land({ pages: [{ items: [room('new')], nextCursor: 'older' }], pageParams: [null] })
  await fetching
  asked[0]!.give(old)
  await settled()
  expect(sync.room('old')).toMatchObject({ unread: 1 })
  end()
})

test('what was found and the list of threads show no words that were taken back', async () => {
  const { queryClient, say, end } = setUp()
  const pageOf = <T>(items: T[]) => ({ pages: [{ items, nextCursor: null }], pageParams: [null] })
  const foundOf = (seq: number) => ({ message: message(seq), snippet: `body ${seq}`, highlights: [] })
  const pages = (key: QueryKey) => queryClient.getQueryData<InfiniteData<FoundMessages | ThreadsPage>>(key)?.pages ?? []
  const threads = [...threadListKey, 'all']
  queryClient.setQueryData([...foundKey, 'body'], pageOf([foundOf(1), foundOf(2)]))
  queryClient.setQueryData(threads, pageOf([{ rootId: 'm1', root: message(1) }]))
  const found = () =>
    pages([...foundKey, 'body']).flatMap(({ items }) => items.map((one) => 'message' in one && one.message.id))
  const roots = () => pages(threads).flatMap(({ items }) => items.map((one) => 'root' in one && one.root.body))

  say(message(1, { version: 0, body: 'older' }))
  expect([found(), roots()]).toEqual([['m1', 'm2'], ['body 1']])
  say(message(2, { version: 3, reactions: [] }))
  expect(queryClient.getQueryState([...foundKey, 'body'])?.isInvalidated).toBe(false)
  say(message(2, { version: 4, body: 'other words' }))
  await settled()
  expect(queryClient.getQueryState([...foundKey, 'body'])?.isInvalidated).toBe(true)
  say(message(1, { version: 5, body: '', deletedAt: new Date() }))
  expect([found(), roots()]).toEqual([['m2'], ['']])
  end()
})
