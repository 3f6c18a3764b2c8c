import { reduceUnreadThreads } from '@parley/client'
import type { Message } from '@parley/contract/messages'
import type { ThreadState } from '@parley/contract/threads'
import { codeOf, type Person } from '@parley/testkit/person'
import { testApp } from '@parley/testkit/test-app'
import { describe, expect, test } from 'vitest'
import { patience, send, watchInbox } from './following.js'
import { told } from './notified.js'

const answer = (person: Person, { id, roomId }: Message, body: string) =>
  send(person, roomId, body, { threadRootId: id })
const repliesOf = async ({ trpc }: Person, { id: messageId }: Message) =>
  (await trpc.messages.thread.query({ messageId })).items.map(({ body }) => body)
const stateOf = ({ trpc }: Person, { id: messageId }: Message) => trpc.threads.byId.query({ messageId })
const unreadOf = async ({ trpc }: Person) => (await trpc.threads.unread.query()).map(({ unread }) => unread)

/** What one holds of unread threads, by the events since now. */
async function followThreads(person: Person) {
  const feed = watchInbox(person)
  await feed.take(1)
  const start = await person.trpc.threads.unread.query()
  const held = () =>
    feed.items.reduce<readonly ThreadState[]>(reduceUnreadThreads, start).filter(({ unread }) => unread > 0)
  return async (name: string) => {
    const fresh = await person.trpc.threads.unread.query()
    await expect.poll(held, { ...patience, message: name }).toEqual(fresh)
  }
}

describe('a thread', () => {
  test(
    'is read page by page from any of its messages; its root shows who answered last',
    { timeout: 60_000 },
    async () => {
      await using app = await testApp()
      const { alice, bob, room } = await app.twoMembers()
      const [root, other] = (await alice.say(room, 'root', 'other')) as [Message, Message]
      expect(await alice.trpc.messages.thread.query({ messageId: root.id })).toEqual({
        root,
        items: [],
        nextCursor: null,
        prevCursor: null,
      })
      const said: Message[] = []
      for (let at = 1; at <= 5; at++) said.push(await answer(at % 2 ? bob : alice, root, `${at}`))
      await answer(alice, other, 'elsewhere')
      const newest = await bob.trpc.messages.thread.query({ messageId: said[0]!.id, limit: 2 })
      const older = await bob.trpc.messages.thread.query({ messageId: root.id, limit: 2, cursor: newest.nextCursor })
      const oldest = await bob.trpc.messages.thread.query({ messageId: root.id, limit: 2, cursor: older.nextCursor })
      expect([oldest, older, newest].map(({ items }) => items.map(({ body }) => body))).toEqual([
        ['1'],
        ['2', '3'],
        ['4', '5'],
      ])
      expect([newest.prevCursor, oldest.nextCursor]).toEqual([null, null])
      expect(newest.root).toEqual(await alice.trpc.messages.byId.query({ messageId: root.id }))
      expect(newest.root).toMatchObject({ replyCount: 5, lastRepliers: [{ username: 'bob' }, { username: 'alice' }] })
    },
  )

  test(
    'hides from who may not see it: strangers, who was removed, and newcomers what was before them',
    { timeout: 60_000 },
    async () => {
      await using app = await testApp()
      const { alice, bob, room } = await app.twoMembers()
      const [stranger, carol] = [await app.person('stranger'), await app.person('carol')]
      await alice.trpc.rooms.update.mutate({ roomId: room, kind: 'private', history: 'join' })
      const [root] = (await alice.say(room, 'root')) as [Message]
      await answer(bob, root, 'before')
      await alice.trpc.rooms.addMember.mutate({ roomId: room, userId: carol.user.id })
      const after = await answer(bob, root, 'after, @carol')
      const calls = ({ trpc }: Person, messageId: string) => [
        trpc.messages.thread.query({ messageId }),
        trpc.threads.byId.query({ messageId }),
        trpc.threads.follow.mutate({ messageId, on: true }),
        trpc.threads.markRead.mutate({ messageId, seq: 1 }),
      ]
      const codes = (person: Person, messageId: string) => Promise.all(calls(person, messageId).map(codeOf))
      for (const person of [stranger, carol]) expect(await codes(person, root.id)).toEqual(Array(4).fill('not_found'))
      const seen = await carol.trpc.messages.thread.query({ messageId: after.id })
      expect([seen.root, seen.items.map(({ body }) => body)]).toEqual([null, ['after, @carol']])
      expect((await codes(carol, after.id)).slice(1)).toEqual(Array(3).fill('not_found'))
      expect([await unreadOf(carol), (await carol.trpc.threads.list.query()).items]).toEqual([[], []])
      await alice.trpc.rooms.removeMember.mutate({ roomId: room, userId: bob.user.id })
      expect(await codes(bob, root.id)).toEqual(Array(4).fill('not_found'))
      expect((await bob.trpc.threads.list.query()).items).toEqual([])
    },
  )

  test('comes to who was away: its answers, its root as it is by then, and quotes of what changed', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const [root] = (await alice.say(room, 'root')) as [Message]
    const first = await answer(bob, root, 'first')
    const away = bob.watch(room)
    const { version } = await away.until((event) => event.type === 'ready')
    away.stop()
    const quoting = await send(alice, room, 'as you said', { threadRootId: root.id, replyToId: first.id })
    await bob.trpc.messages.edit.mutate({ messageId: first.id, body: 'first, edited' })
    const back = bob.watch(room, { after: version })
    await back.until((event) => event.type === 'ready')
    const messages = back.items.flatMap((event) => (event.type === 'message' ? [event.message] : []))
    expect(messages.map(({ body, replyTo }) => [body, replyTo?.body ?? null])).toEqual([
      ['as you said', 'first, edited'],
      ['root', null],
      ['first, edited', null],
    ])
    expect(messages[1]).toEqual(await bob.trpc.messages.byId.query({ messageId: root.id }))
    await bob.trpc.messages.delete.mutate({ messageId: first.id })
    expect((await alice.trpc.messages.byId.query({ messageId: quoting.id })).replyTo?.body).toBe('')
    expect(await repliesOf(bob, root)).toEqual(['', 'as you said'])
  })
})

describe('who follows a thread', () => {
  test('is told of answers: who began it, who answered, whom it names; not who will not, nor who has left', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const [carol, dave] = [await app.person('carol'), await app.person('dave')]
    for (const { trpc } of [carol, dave]) await trpc.rooms.join.mutate({ roomId: room })
    const [root] = (await alice.say(room, 'root')) as [Message]
    await answer(bob, root, 'one')
    await answer(bob, root, 'two, @carol')
    await answer(alice, root, 'three')
    expect(await told(alice)).toEqual([
      ['reply', 'bob', 'two, @carol'],
      ['reply', 'bob', 'one'],
    ])
    expect(await told(bob)).toEqual([['reply', 'alice', 'three']])
    expect(await told(carol)).toEqual([
      ['reply', 'alice', 'three'],
      ['mention', 'bob', 'two, @carol'],
    ])
    expect(await told(dave)).toEqual([])
    await dave.trpc.threads.follow.mutate({ messageId: root.id, on: true })
    await alice.trpc.threads.follow.mutate({ messageId: root.id, on: false })
    await carol.trpc.rooms.leave.mutate({ roomId: room })
    await answer(bob, root, 'four')
    expect((await told(alice))[0]).toEqual(['reply', 'bob', 'two, @carol'])
    expect(await told(carol)).toEqual([])
    expect(await told(dave)).toEqual([['reply', 'bob', 'four']])
    // Answering is following again.
    await answer(alice, root, 'five')
    await answer(dave, root, 'six')
    expect((await told(alice))[0]).toEqual(['reply', 'dave', 'six'])
  })

  test('hears of an edit only what is news to them, and of whom it names from then on', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const carol = await app.person('carol')
    await carol.trpc.rooms.join.mutate({ roomId: room })
    const [root] = (await alice.say(room, 'root')) as [Message]
    const said = await answer(bob, root, 'one')
    await carol.trpc.threads.follow.mutate({ messageId: root.id, on: true })
    await bob.trpc.messages.edit.mutate({ messageId: said.id, body: 'one, edited' })
    expect([await told(alice), await told(carol)]).toEqual([[['reply', 'bob', 'one, edited']], []])
    await carol.trpc.threads.follow.mutate({ messageId: root.id, on: false })
    const dave = await app.person('dave')
    await dave.trpc.rooms.join.mutate({ roomId: room })
    await bob.trpc.messages.edit.mutate({ messageId: said.id, body: 'one, @dave' })
    await answer(alice, root, 'two')
    expect(await told(dave)).toEqual([
      ['reply', 'alice', 'two'],
      ['mention', 'bob', 'one, @dave'],
    ])
    expect(await told(carol)).toEqual([])
  })

  test(
    'has it unread as far as they have not read it, and the events lead to what a fresh fetch shows',
    { timeout: 60_000 },
    async () => {
      await using app = await testApp()
      const { alice, bob, room } = await app.twoMembers()
      const [root, second] = (await alice.say(room, 'root', 'second')) as [Message, Message]
      const settled = { alice: await followThreads(alice), bob: await followThreads(bob) }
      let last: Message | undefined
      const acts: Record<string, () => Promise<unknown>> = {
        'an answer': async () => (last = await answer(bob, root, 'one')),
        'another, to the room too': () => send(bob, room, 'two', { threadRootId: root.id, alsoToRoom: true }),
        'reading one': () => alice.trpc.threads.markRead.mutate({ messageId: root.id, seq: last!.seq }),
        'reading less': () => alice.trpc.threads.markRead.mutate({ messageId: last!.id, seq: 1 }),
        'an answer of one’s own': () => answer(alice, root, 'three'),
        'an answer elsewhere': () => answer(bob, second, 'first'),
        'many at once': () =>
          Promise.all(
            Array.from({ length: 9 }, (_, at) => answer(at % 2 ? alice : bob, at % 3 ? root : second, `${at}`)),
          ),
        'not following': () => bob.trpc.threads.follow.mutate({ messageId: root.id, on: false }),
        'what is said meanwhile': () => answer(alice, root, 'unheard'),
        'following again': () => bob.trpc.threads.follow.mutate({ messageId: root.id, on: true }),
        'what is said then': () => answer(alice, root, 'heard'),
        'a deletion': () => bob.trpc.messages.delete.mutate({ messageId: last!.id }),
        'reading all': () => bob.trpc.threads.markRead.mutate({ messageId: root.id, seq: 1_000 }),
      }
      for (const [name, act] of Object.entries(acts)) {
        await act()
        for (const converged of Object.values(settled)) await converged(name)
      }
      expect(await stateOf(bob, root)).toMatchObject({ follows: true, unread: 0 })
      const { items } = await bob.trpc.threads.list.query({ limit: 1 })
      expect(items).toMatchObject([{ rootId: root.id, root: { body: 'root' } }])
      expect(items[0]!.root).toEqual(await bob.trpc.messages.byId.query({ messageId: root.id }))
    },
  )

  test('has read what they were told of its answers when they have read it', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const [root] = (await alice.say(room, 'root')) as [Message]
    const feed = watchInbox(alice)
    await feed.take(1)
    const one = await answer(bob, root, 'one')
    const two = await answer(bob, root, 'two')
    const state = await alice.trpc.threads.markRead.mutate({ messageId: root.id, seq: one.seq })
    expect(state).toMatchObject({ lastReadSeq: one.seq, readReplies: 1, replyCount: 2, unread: 1 })
    const read = await feed.until((event) => event.type === 'notificationsRead')
    expect(read).toEqual({ type: 'notificationsRead', notificationIds: [one.id] })
    expect((await alice.trpc.notifications.unread.query()).map(({ id }) => id)).toEqual([two.id])
  })
})

test('a send that answers in no thread asks the database nothing of threads', async () => {
  await using app = await testApp()
  const { alice, room } = await app.twoMembers()
  const [root] = (await alice.say(room, 'root')) as [Message]
  const asks = async (work: () => Promise<unknown>) =>
    (await app.statementsOf(work)).filter(({ sql }) => sql.includes('thread_followers')).length
  expect(await asks(() => alice.say(room, 'hello'))).toBe(0)
  expect(await asks(() => answer(alice, root, 'hello'))).toBe(2)
})
