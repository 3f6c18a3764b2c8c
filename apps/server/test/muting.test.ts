import type { InboxEvent } from '@parley/contract/rooms'
import type { Person } from '@parley/testkit/person'
import { movableClock, testApp } from '@parley/testkit/test-app'
import { v4 as uuid } from 'uuid'
import { describe, expect, test } from 'vitest'

const watchInbox = ({ trpc, collect }: Person) =>
  collect<InboxEvent>((handlers) => trpc.rooms.watch.subscribe({}, handlers))

const five = ['1', '2', '3', '4', '5']
const limited = { data: { appCode: 'rate_limited', httpStatus: 429 } }

/** A server that lets five messages through in ten seconds, and a clock to move. */
async function limitedApp(rate = '5/10s') {
  const clock = movableClock()
  const app = await testApp({ clock, env: { MESSAGE_RATE: rate } })
  return { app, clock }
}

describe('who says too much', () => {
  test('is refused the sixth message within ten seconds, told until when, and heard again after half a minute', async () => {
    const { app, clock } = await limitedApp()
    await using _app = app
    const { alice, room } = await app.twoMembers()
    const inbox = watchInbox(alice)
    await inbox.until((event) => event.type === 'ready')
    await alice.say(room, ...five)

    const before = clock.now()
    const error: unknown = await alice.say(room, '6').catch((thrown: unknown) => thrown)
    expect(error).toMatchObject(limited)
    const { retryAfterMs, mutedUntil } = (error as { data: { details: { retryAfterMs: number; mutedUntil: string } } })
      .data.details
    const until = new Date(mutedUntil)
    expect(until.getTime() - before).toBeGreaterThanOrEqual(30_000)
    expect(until.getTime() - before).toBeLessThan(35_000)
    expect(retryAfterMs).toBeGreaterThan(25_000)
    expect(retryAfterMs).toBeLessThanOrEqual(30_000)
    expect(await inbox.until((event) => event.type === 'muted')).toEqual({ type: 'muted', roomId: room, until })

    // The window is free again, the mute is not over.
    clock.advance(20_000)
    await expect(alice.say(room, '7')).rejects.toMatchObject(limited)
    const later = watchInbox(alice)
    await later.until((event) => event.type === 'ready')
    await expect(alice.say(room, '7')).rejects.toMatchObject(limited)
    expect(await later.until((event) => event.type === 'muted')).toEqual({ type: 'muted', roomId: room, until })
    clock.advance(10_100)
    expect(await alice.say(room, '8')).toHaveLength(1)
    const { items } = await alice.trpc.messages.list.query({ roomId: room })
    expect(items.map((message) => [message.seq, message.body])).toEqual(
      [...five, '8'].map((body, at) => [at + 1, body]),
    )
  })

  test('may go on as the window slides', async () => {
    const { app, clock } = await limitedApp()
    await using _app = app
    const { alice, room } = await app.twoMembers()
    await alice.say(room, '1', '2', '3')
    clock.advance(6_000)
    await alice.say(room, '4', '5')
    clock.advance(4_100)
    // The first three are out of the window, the last two are not.
    await alice.say(room, '6', '7', '8')
    await expect(alice.say(room, '9')).rejects.toMatchObject(limited)
  })

  test('gets the first answer again for a known client id, muted or not, and it does not count', async () => {
    const { app } = await limitedApp()
    await using _app = app
    const { alice, room } = await app.twoMembers()
    const first = { roomId: room, clientId: uuid(), body: 'first' }
    const { message } = await alice.trpc.messages.send.mutate(first)
    for (let tries = 0; tries < 10; tries++)
      expect(await alice.trpc.messages.send.mutate(first)).toEqual({ message, duplicate: true })
    await alice.say(room, '2', '3', '4', '5')
    await expect(alice.say(room, '6')).rejects.toMatchObject(limited)
    expect(await alice.trpc.messages.send.mutate(first)).toEqual({ message, duplicate: true })
  })

  test('is muted alone, and only there', async () => {
    const { app } = await limitedApp()
    await using _app = app
    const { alice, bob, room } = await app.twoMembers()
    const { id: other } = await alice.trpc.rooms.create.mutate({ kind: 'public', name: 'Other' })
    const inbox = watchInbox(bob)
    await inbox.until((event) => event.type === 'ready')
    await alice.say(room, ...five)
    await expect(alice.say(room, '6')).rejects.toMatchObject(limited)
    expect(await alice.say(other, ...five)).toHaveLength(5)
    expect(await bob.say(room, ...five)).toHaveLength(5)
    expect(inbox.items.filter((event) => event.type === 'muted')).toEqual([])
  })

  test('is not muted where the rate is 0', async () => {
    const { app } = await limitedApp('0')
    await using _app = app
    const { alice, room } = await app.twoMembers()
    expect(await alice.say(room, ...five, ...five, ...five)).toHaveLength(15)
  })
})

describe('who loses access hears nothing more within a second', () => {
  const soonMs = 1_000
  const soon = () => new Promise((resolve) => setTimeout(resolve, soonMs))

  test('of a room that they left, and everything of the others', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const { id: other } = await alice.trpc.rooms.create.mutate({ kind: 'public', name: 'Other' })
    await bob.trpc.rooms.join.mutate({ roomId: other })
    const [here, there, inbox] = [bob.watch(room), bob.watch(other), watchInbox(bob)]
    await Promise.all([here.take(1), there.take(1), inbox.take(1)])
    await alice.say(room, 'heard')
    await here.until((event) => event.type === 'message')

    await bob.trpc.rooms.leave.mutate({ roomId: room })
    const left = performance.now()
    expect(await here.failed()).toMatchObject({ data: { appCode: 'not_found' } })
    expect(performance.now() - left).toBeLessThan(soonMs)
    await inbox.until((event) => event.type === 'left' && event.roomId === room)
    const heard = here.items.length
    const told = inbox.items.length
    await alice.say(room, 'not heard')
    await alice.say(other, 'still heard')
    await there.until((event) => event.type === 'message' && event.message.body === 'still heard')
    await soon()
    expect(here.items).toHaveLength(heard)
    const later = inbox.items.slice(told)
    expect(later.filter((event) => event.type === 'activity' && event.roomId === room)).toEqual([])
  })

  test('of anything, once their session is revoked; others go on', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const carol = await app.person('carol')
    await carol.trpc.rooms.join.mutate({ roomId: room })
    const [mine, inbox, others] = [bob.watch(room), watchInbox(bob), carol.watch(room)]
    await Promise.all([mine.take(1), inbox.take(1), others.take(1)])
    await alice.say(room, 'heard')
    await Promise.all([mine, others].map((seen) => seen.until((event) => event.type === 'message')))

    await bob.trpc.auth.logout.mutate()
    const revoked = performance.now()
    for (const seen of [mine, inbox])
      expect(await seen.failed()).toMatchObject({ data: { appCode: 'unauthenticated' } })
    expect(performance.now() - revoked).toBeLessThan(soonMs)
    const [heard, told] = [mine.items.length, inbox.items.length]
    await alice.say(room, 'not heard')
    await others.until((event) => event.type === 'message' && event.message.body === 'not heard')
    await soon()
    expect([mine.items.length, inbox.items.length]).toEqual([heard, told])
  })
})
