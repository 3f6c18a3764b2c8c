import { reduceReceipts } from '@parley/client'
import { type TestApp, testApp } from '@parley/testkit/test-app'
import { expect, test } from 'vitest'
import {
  fetchInbox,
  fetchMessages,
  fetchReceipts,
  followInbox,
  followMessages,
  patience,
  react,
  send,
  watchReceipts,
} from './following.js'

/** Mulberry32: the same numbers for the same seed. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** What another did at the same time may have made impossible. */
function unlessOvertaken(error: unknown): void {
  const { appCode } = (error as { data?: { appCode?: string } }).data ?? {}
  if (appCode !== 'conflict' && appCode !== 'forbidden') throw error
}

/** Three people in a room, what each of them holds, and what they do next. */
async function live(app: TestApp) {
  const random = seeded(20_261_121)
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!
  const { alice, bob, room } = await app.twoMembers()
  const carol = await app.person('carol')
  const { id: side } = await alice.trpc.rooms.create.mutate({ kind: 'public', name: 'Side' })
  await carol.trpc.rooms.join.mutate({ roomId: room })
  await alice.say(room, 'the first')
  const people = [alice, bob, carol]
  const held = await Promise.all(
    people.map(async (person) => ({
      person,
      messages: await followMessages(person, room),
      inbox: await followInbox(person),
      receipts: watchReceipts(person, room),
    })),
  )
  let known = await fetchMessages(alice, room)

  function nextAct(): () => Promise<unknown> {
    const person = pick(people)
    const { trpc } = person
    const there = known.filter(({ deletedAt }) => !deletedAt)
    const message = pick(there)
    const own = pick(there.filter(({ sender }) => sender.id === person.user.id))
    const kind = pick([
      'say',
      'say',
      'say',
      'aside',
      'edit',
      'edit',
      'delete',
      'react',
      'react',
      'unreact',
      'reply',
      'thread',
      'pin',
      'read',
      'unread',
      'move',
      'cut',
    ])
    const body = `${kind} ${random()}`
    const seq = 1 + Math.floor(random() * known.length)
    const emoji = pick(['👍', '🎉', '❤️'])
    switch (kind) {
      case 'aside':
        return () => alice.say(side, body)
      case 'edit':
        return async () => own && trpc.messages.edit.mutate({ messageId: own.id, body })
      case 'delete':
        return async () => own && there.length > 5 && trpc.messages.delete.mutate({ messageId: own.id })
      case 'react':
      case 'unreact':
        return () => react(person, message, emoji, kind === 'react')
      case 'reply':
        return () => send(person, room, body, { replyToId: message.id })
      case 'thread': {
        const root = pick(there.filter(({ threadRootId }) => !threadRootId))
        const alsoToRoom = random() < 0.5
        return async () => root && send(person, room, body, { threadRootId: root.id, alsoToRoom })
      }
      case 'pin': {
        const on = random() < 0.7
        return () => alice.trpc.messages.pin.mutate({ messageId: message.id, on })
      }
      case 'read':
        return () => trpc.rooms.markRead.mutate({ roomId: room, seq })
      case 'unread':
        return () => trpc.rooms.markUnread.mutate({ roomId: room, fromSeq: seq })
      case 'move': {
        const comes = random() < 0.5
        return async (): Promise<unknown> =>
          (comes ? carol.trpc.rooms.join : carol.trpc.rooms.leave).mutate({ roomId: side })
      }
      case 'cut':
        return async () => person.cut()
      default:
        return () => person.say(room, body)
    }
  }

  return { held, nextAct, relearn: async () => void (known = await fetchMessages(alice, room)), room }
}

test(
  'a random history of three people, sockets cut at any moment, leads to what a fresh fetch shows',
  { timeout: 60_000 },
  async () => {
    await using app = await testApp()
    const { held, nextAct, relearn, room } = await live(app)
    for (let round = 0; round < 15; round++) {
      const acts = Array.from({ length: 10 }, nextAct)
      // Half of them all at once, half one after the other.
      await Promise.all(acts.slice(0, 5).map((act) => act().catch(unlessOvertaken)))
      for (const act of acts.slice(5)) await act().catch(unlessOvertaken)
      await relearn()
      for (const { person, messages, inbox, receipts } of held) {
        const message = `round ${round}, ${person.user.username}`
        expect(await messages.settled(), `after ${message}`).toEqual(await fetchMessages(person, room))
        const [freshInbox, freshReceipts] = [await fetchInbox(person), await fetchReceipts(person, room)]
        await expect.poll(() => inbox.held(), { ...patience, message }).toEqual(freshInbox)
        await expect
          .poll(() => receipts.items.reduce(reduceReceipts, new Map()), { ...patience, message })
          .toEqual(freshReceipts)
      }
    }
  },
)
