import { codeOf, type Person } from '@parley/testkit/person'
import { type TestApp, testApp } from '@parley/testkit/test-app'
import { describe, expect, test } from 'vitest'
import { fetchInbox, followInbox, patience, send, watchInbox, watchReceipts } from './following.js'

/** Alice and Bob talked in a room whose newcomers see what is said from their joining on; then Carol comes. */
async function newcomer(app: TestApp) {
  const { alice, bob, room } = await app.twoMembers()
  const carol = await app.person('carol')
  await alice.trpc.rooms.update.mutate({ roomId: room, history: 'join' })
  const [old] = await alice.say(room, 'secret plan')
  const reply = await send(bob, room, 'secret thread', { threadRootId: old!.id })
  const feed = watchInbox(carol)
  await feed.take(1)
  await carol.trpc.rooms.join.mutate({ roomId: room })
  return { alice, bob, carol, room, old: old!, reply, feed }
}

/** Every read of Carol's that could show what was said before her. */
const readsOf = ({ trpc }: Person, roomId: string, messageId: string): Record<string, () => Promise<unknown>> => ({
  'rooms.list': () => trpc.rooms.list.query(),
  'rooms.byId': () => trpc.rooms.byId.query({ roomId }),
  'rooms.join': () => trpc.rooms.join.mutate({ roomId }),
  'messages.list': () => trpc.messages.list.query({ roomId }),
  'messages.list around': () => trpc.messages.list.query({ roomId, aroundSeq: 1 }),
  'messages.byId': () => trpc.messages.byId.query({ messageId }),
  'messages.react': () => trpc.messages.react.mutate({ messageId, emoji: '👍', on: true }),
  'messages.edit': () => trpc.messages.edit.mutate({ messageId, body: 'mine' }),
  'messages.delete': () => trpc.messages.delete.mutate({ messageId }),
  'a reply': () => send({ trpc } as Person, roomId, 'reply', { replyToId: messageId }),
  'an answer': () => send({ trpc } as Person, roomId, 'answer', { threadRootId: messageId }),
})

/** What a call answers, or the code it is refused with. */
const answerOf = (call: Promise<unknown>): Promise<unknown> =>
  call.catch((error: { data?: { appCode?: string } }) => error.data?.appCode)

describe('who comes to a room that shows its history from joining on', () => {
  test('finds nothing older by any read, and has nothing unread', async () => {
    await using app = await testApp()
    const { carol, room, old } = await newcomer(app)
    const reads = Object.entries(readsOf(carol, room, old.id))
    const answers = await Promise.all(reads.map(async ([name, read]) => [name, await answerOf(read())]))
    expect(JSON.stringify(answers)).not.toContain('secret')
    const refused = answers.filter(([, answer]) => answer === 'not_found' || answer === 'invalid')
    expect(refused.map(([name]) => name)).toEqual(reads.slice(5).map(([name]) => name))
    await carol.trpc.rooms.markUnread.mutate({ roomId: room, fromSeq: 1 })
    const [inbox] = await fetchInbox(carol)
    expect(inbox).toMatchObject({ lastMessage: null, unread: 0, visibleFromSeq: 4 })
  })

  test('hears nothing of what is older on any feed: not by edits, reactions, answers, quotes or deletion', async () => {
    await using app = await testApp()
    const { alice, bob, carol, room, old, reply, feed } = await newcomer(app)
    const watches = [carol.watch(room), carol.watch(room, { after: 0 })]
    for (const watch of watches) await watch.until((event) => event.type === 'ready')
    const receipts = watchReceipts(carol, room)
    const late = await followInbox(carol)
    await alice.trpc.messages.edit.mutate({ messageId: old.id, body: 'secret plan, edited' })
    await bob.trpc.messages.react.mutate({ messageId: old.id, emoji: '🤫', on: true })
    await send(bob, room, 'secret again', { threadRootId: old.id }).then(({ id }) =>
      bob.trpc.messages.delete.mutate({ messageId: id }),
    )
    await bob.trpc.messages.delete.mutate({ messageId: reply.id })
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect((await late.held())[0]).toMatchObject({ lastMessage: null, unread: 0 })
    await send(alice, room, 'quoting', { replyToId: old.id })
    for (const watch of watches)
      await watch.until((event) => event.type === 'message' && event.message.body === 'quoting')
    await feed.until((event) => event.type === 'activity' && event.lastMessage?.body === 'quoting')
    const seen = JSON.stringify([watches.map(({ items }) => items), receipts.items, feed.items, await late.held()])
    // What was said in the thread after she came is hers to see, and was taken back again.
    expect(seen.replaceAll('secret again', '')).not.toMatch(/secret|🤫/)
    expect(
      (await carol.trpc.messages.list.query({ roomId: room })).items.map(({ body, replyTo }) => [body, replyTo]),
    ).toEqual([['quoting', null]])
    await expect.poll(() => late.held(), patience).toEqual(await fetchInbox(carol))
  })

  test('sees from the new joining on when they leave and come back, their own words included', async () => {
    await using app = await testApp()
    const { carol, room } = await newcomer(app)
    const [own] = await carol.say(room, 'mine')
    await carol.trpc.rooms.leave.mutate({ roomId: room })
    await carol.trpc.rooms.join.mutate({ roomId: room })
    expect(await codeOf(carol.trpc.messages.byId.query({ messageId: own!.id }))).toBe('not_found')
    expect((await carol.trpc.messages.list.query({ roomId: room })).items).toEqual([])
  })
})

test('who is there before the room hides its history keeps seeing all of it', async () => {
  await using app = await testApp()
  const { bob, old } = await newcomer(app)
  expect(await codeOf(bob.trpc.messages.byId.query({ messageId: old.id }))).toBe('allowed')
})
