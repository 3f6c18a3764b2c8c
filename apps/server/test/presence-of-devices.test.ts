import { limits } from '@parley/contract/limits'
import type { PresenceEvent } from '@parley/contract/presence'
import type { Person } from '@parley/testkit/person'
import { movableClock, testApp, type TestApp } from '@parley/testkit/test-app'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openRaw, toCall } from './raw-socket.js'

const watchPresence = ({ trpc, collect }: Person, of: { roomId: string } | { userIds: string[] }) =>
  collect<PresenceEvent>((handlers) => trpc.presence.watch.subscribe(of, handlers))

/** One more device of somebody: there, once this is over. */
async function comeWith(app: TestApp, { session }: Person) {
  const device = await openRaw(app.url, session.accessToken)
  let calls = 0
  const set = async (status: 'online' | 'idle' | 'dnd') => {
    device.send(toCall(++calls, 'mutation', 'presence.set', { status }))
    expect((await device.answered(calls)).error).toBeUndefined()
  }
  device.send(toCall(++calls, 'query', 'users.me'))
  await device.answered(calls)
  return { ...device, set }
}

/** The changes that were told of the person, after the snapshot. */
const told = (events: PresenceEvent[], { user }: Person) =>
  events.flatMap((event) => (event.type === 'change' && event.user.id === user.id ? event.user.status : []))

describe('three devices of one person', () => {
  test('are told of as one: by the most awake, by do-not-disturb, and as gone when the last one is', async () => {
    const clock = movableClock()
    await using app = await testApp({ clock })
    const { alice, bob, room } = await app.twoMembers()
    const watches = [watchPresence(alice, { roomId: room }), watchPresence(alice, { userIds: [bob.user.id] })]
    for (const watch of watches) await watch.take(1)
    const until = async (...statuses: string[]) => {
      for (const { items } of watches) await expect.poll(() => told(items, bob), { timeout: 5_000 }).toEqual(statuses)
    }
    const laptop = await comeWith(app, bob)
    await until('online')
    await laptop.set('idle')
    await until('online', 'idle')
    const phone = await comeWith(app, bob)
    await until('online', 'idle', 'online')
    const tablet = await comeWith(app, bob)
    await tablet.set('dnd')
    await until('online', 'idle', 'online', 'dnd')
    phone.socket.close()
    await phone.closed
    tablet.socket.close()
    await tablet.closed
    await expect.poll(() => app.sockets.open).toBe(2)
    expect(app.deps.presence.statusOf(bob.user.id)).toBe('dnd')
    clock.advance(limits.presenceGraceMs)
    await until('online', 'idle', 'online', 'dnd', 'idle')
    laptop.socket.close()
    await expect.poll(() => app.sockets.open).toBe(1)
    const left = clock.now()
    clock.advance(limits.presenceGraceMs)
    await until('online', 'idle', 'online', 'dnd', 'idle', 'offline')
    const [{ lastSeenAt } = { lastSeenAt: null }] = await alice.trpc.presence.list.query({ userIds: [bob.user.id] })
    expect(Math.abs(lastSeenAt!.getTime() - left)).toBeLessThanOrEqual(limits.presenceGraceMs + 5_000)
  })

  test('one closed, one cut, one reloaded: nobody notices; and within five seconds of the last one’s end, they do', async () => {
    await using app = await testApp()
    const { alice, bob } = await app.twoMembers()
    const devices = [await comeWith(app, bob), await comeWith(app, bob), await comeWith(app, bob)] as const
    const seen = watchPresence(alice, { userIds: [bob.user.id] })
    await seen.take(1)
    devices[0].socket.close()
    devices[1].socket.terminate()
    devices[2].socket.close()
    await Promise.all(devices.map(({ closed }) => closed))
    const reloaded = await comeWith(app, bob)
    await new Promise((resolve) => setTimeout(resolve, limits.presenceGraceMs + 600))
    expect(seen.items).toMatchObject([{ type: 'snapshot', users: [{ status: 'online' }] }])
    const from = performance.now()
    reloaded.socket.close()
    await seen.take(2)
    expect(told(seen.items, bob)).toEqual(['offline'])
    expect(performance.now() - from).toBeLessThan(5_000)
  })
})

test('who could not be told of, because the database failed, is told of when it is back', async () => {
  await using app = await testApp()
  const { alice, bob, room } = await app.twoMembers()
  const seen = watchPresence(alice, { roomId: room })
  await seen.take(1)
  await expect.poll(() => told(seen.items, alice)).toEqual(['online'])
  const rename = (from: string, to: string) =>
    sql`alter table users rename column ${sql.ref(from)} to ${sql.ref(to)}`.execute(app.database.db)
  await rename('last_seen_at', 'out_of_reach')
  const device = await comeWith(app, bob)
  expect(told(seen.items, bob)).toEqual([])
  await rename('out_of_reach', 'last_seen_at')
  await expect.poll(() => told(seen.items, bob), { timeout: 5_000 }).toEqual(['online'])
  device.socket.close()
})
