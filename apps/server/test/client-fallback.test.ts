import { setTimeout } from 'node:timers/promises'
import { startStrictProxy, type Upgrades } from '@parley/testkit/strict-proxy'
import { movableClock, testApp } from '@parley/testkit/test-app'
import { describe, expect, test } from 'vitest'
import { bodiesOf, clientOf, numbered, patience, shownIn, watchRoom } from './client.js'

async function behindProxy(upgrades: Upgrades) {
  const app = await testApp()
  const proxy = await startStrictProxy(app.url)
  proxy.upgrades = upgrades
  const { alice, bob, room } = await app.twoMembers()
  const dispose = async () => {
    await proxy[Symbol.asyncDispose]()
    await app[Symbol.asyncDispose]()
  }
  return { proxy, alice, bob, room, [Symbol.asyncDispose]: dispose }
}

const overStreams = { status: 'open', transport: 'sse' }
const overSocket = { status: 'open', transport: 'ws' }

describe('a client behind a proxy', { timeout: 60_000 }, () => {
  test.each(['refuse', 'swallow', 'cut'] as const)(
    'that would %s sockets goes on over event streams',
    async (upgrades) => {
      await using set = await behindProxy(upgrades)
      const { proxy, alice, bob, room } = set
      using client = await clientOf(bob, proxy.url)
      const seen = await watchRoom(client, room)
      await expect.poll(() => client.connection.get(), patience).toMatchObject(overStreams)
      await alice.say(room, ...numbered(5))
      await expect.poll(() => bodiesOf(seen), patience).toEqual(numbered(5))
      const timeline = client.room(room)
      const leave = timeline.subscribe(() => {})
      timeline.send('6')
      await expect.poll(() => shownIn(timeline), patience).toEqual(numbered(6))
      expect(bodiesOf(seen)).toEqual(numbered(6))
      leave()
      seen.stop()
    },
  )

  test('that changes its mind, and changes it again, misses nothing and hears nothing twice', async () => {
    await using set = await behindProxy('pass')
    const { proxy, alice, bob, room } = set
    using client = await clientOf(bob, proxy.url)
    const seen = await watchRoom(client, room)
    await expect.poll(() => client.connection.get(), patience).toMatchObject(overSocket)
    let talking = true
    let said = 0
    const talk = (async () => {
      while (talking) await alice.say(room, String(++said))
    })()

    for (let round = 0; round < 2; round++) {
      proxy.upgrades = 'refuse'
      proxy.cut('sockets')
      await expect.poll(() => client.connection.get(), patience).toMatchObject(overStreams)
      proxy.cut('everything')
      await expect.poll(() => client.connection.get(), patience).toMatchObject(overStreams)
      proxy.upgrades = 'pass'
      client.reconnect()
      await expect.poll(() => client.connection.get(), patience).toMatchObject(overSocket)
    }

    talking = false
    await talk
    await expect.poll(() => bodiesOf(seen).length, patience).toBeGreaterThanOrEqual(said)
    expect(bodiesOf(seen)).toEqual(numbered(said))
    seen.stop()
  })

  test('says the truth while the server is away, and does not blame the proxy', async () => {
    await using set = await behindProxy('pass')
    const { proxy, bob, room } = set
    using client = await clientOf(bob, proxy.url)
    const seen = await watchRoom(client, room)
    await expect.poll(() => client.connection.get(), patience).toMatchObject(overSocket)
    proxy.down = true
    proxy.cut('everything')
    await expect.poll(() => client.connection.get().attempt, patience).toBeGreaterThan(2)
    expect(client.connection.get()).toMatchObject({ status: 'connecting', transport: 'ws' })
    seen.stop()
  })

  test('goes on with a fresh token where the one of the stream has ended', async () => {
    const clock = movableClock()
    await using app = await testApp({ clock })
    const { alice, bob, room } = await app.twoMembers()
    const leftMs = 6_000
    clock.advance(bob.session.expiresAt.getTime() - clock.now() - leftMs)
    const { refreshToken } = alice.session
    alice.useToken((await alice.trpc.auth.refresh.mutate({ refreshToken: refreshToken! })).accessToken)
    await using proxy = await startStrictProxy(app.url)
    proxy.upgrades = 'refuse'
    // Its clock is behind the server's, so that it learns of the end from the server.
    using client = await clientOf(bob, proxy.url)
    const seen = await watchRoom(client, room)
    for (let said = 1; said <= 40; said++) {
      await alice.say(room, String(said))
      await setTimeout(leftMs / 30)
    }
    await expect.poll(() => bodiesOf(seen).length, patience).toBeGreaterThanOrEqual(40)
    expect(bodiesOf(seen)).toEqual(numbered(40))
    expect(client.connection.get()).toMatchObject(overStreams)
    await expect(bob.trpc.users.me.query()).rejects.toThrow('Log in first')
    seen.stop()
  })

  test('looks at receipts and presence from time to time, and leaves typing out', async () => {
    await using set = await behindProxy('refuse')
    const { proxy, alice, bob, room } = set
    using client = await clientOf(bob, proxy.url)
    const told: string[] = []
    const watched = [
      client.trpc.receipts.watch.subscribe({ roomId: room }, { onData: ({ type }) => told.push(`receipts ${type}`) }),
      client.trpc.presence.watch.subscribe({ roomId: room }, { onData: ({ type }) => told.push(`presence ${type}`) }),
      client.trpc.typing.watch.subscribe({ roomId: room }, { onData: () => told.push('typing') }),
      client.trpc.rooms.watch.subscribe({}, { onData: ({ type }) => told.push(`rooms ${type}`) }),
    ]
    await expect
      .poll(() => told.toSorted(), patience)
      .toEqual(['presence snapshot', 'receipts snapshot', 'rooms ready'])
    await alice.say(room, 'hello')
    await expect.poll(() => told.at(-1), patience).toBe('rooms activity')
    for (const one of watched) one.unsubscribe()
  })
})
