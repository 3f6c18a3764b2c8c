import { movableClock } from '@parley/testkit/movable-clock'
import { testApp } from '@parley/testkit/test-app'
import { describe, expect, test } from 'vitest'
import { openRaw, toCall } from './raw-socket.js'

const minutes = 60_000

describe('a socket and its access token', () => {
  test('half a minute before the end the client is asked once to reconnect; at the end it is closed', async () => {
    const clock = movableClock()
    await using app = await testApp({ clock })
    const alice = await app.person('alice')
    const raw = await openRaw(app.url, alice.session.accessToken)
    raw.send(toCall(1, 'query', 'users.me'))
    await raw.answered(1)
    const asked = () => raw.frames.filter((frame) => frame.method === 'reconnect').length
    clock.advance(14 * minutes)
    raw.send(toCall(2, 'query', 'users.me'))
    await raw.answered(2)
    expect(asked()).toBe(0)
    clock.advance(30_000)
    await expect.poll(asked).toBe(1)
    clock.advance(31_000)
    expect(await raw.closed).toBe(4401)
    expect(asked()).toBe(1)
  })

  test('who comes with less than a minute left is not asked, and is closed at the end', async () => {
    const clock = movableClock()
    await using app = await testApp({ clock })
    const alice = await app.person('alice')
    clock.advance(14 * minutes + 5_000)
    const raw = await openRaw(app.url, alice.session.accessToken)
    raw.send(toCall(1, 'query', 'users.me'))
    await raw.answered(1)
    clock.advance(56_000)
    expect(await raw.closed).toBe(4401)
    expect(raw.frames.filter((frame) => frame.method === 'reconnect')).toEqual([])
  })

  test('the stock client moves over with its fresh token, and misses nothing', async () => {
    const clock = movableClock()
    await using app = await testApp({ clock })
    const { alice, bob, room } = await app.twoMembers()
    const seen = alice.watch(room)
    await seen.take(1)
    const first = alice.socket.connection?.ws
    const session = await alice.trpc.auth.refresh.mutate({ refreshToken: alice.session.refreshToken })
    clock.advance(5_000)
    const fresh = await alice.trpc.auth.refresh.mutate({ refreshToken: session.refreshToken })
    alice.useToken(fresh.accessToken)
    clock.advance(14 * minutes + 26_000)
    await expect.poll(() => alice.socket.connection?.ws !== first && alice.socket.connection?.state).toBe('open')
    const bobs = await bob.trpc.auth.refresh.mutate({ refreshToken: bob.session.refreshToken })
    bob.useToken(bobs.accessToken)
    await bob.say(room, 'one', 'two')
    await seen.until((event) => event.type === 'message' && event.message.body === 'two')
    expect(seen.items.map((event) => event.version)).toEqual([0, 0, 1, 2])
    expect(app.sockets.open).toBe(1)
  })

  test('an access token that is over opens no session', async () => {
    const clock = movableClock()
    await using app = await testApp({ clock })
    const alice = await app.person('alice')
    clock.advance(15 * minutes + 1_000)
    const raw = await openRaw(app.url, alice.session.accessToken)
    raw.send(toCall(1, 'query', 'users.me'))
    await raw.answered(1)
    expect(raw.appCode(1)).toBe('unauthenticated')
    raw.socket.close()
  })
})

describe('revoking a session', () => {
  test('closes every socket of it within a second, and no other', async () => {
    await using app = await testApp()
    const alice = await app.person('alice')
    const login = { login: 'alice', password: 'correct horse battery' }
    const other = await alice.trpc.auth.login.mutate(login)
    const mine = [await openRaw(app.url, alice.session.accessToken), await openRaw(app.url, alice.session.accessToken)]
    const elsewhere = await openRaw(app.url, other.accessToken)
    for (const raw of [...mine, elsewhere]) {
      raw.send(toCall(1, 'query', 'users.me'))
      await raw.answered(1)
    }
    const began = performance.now()
    await alice.trpc.auth.logout.mutate({})
    expect(await Promise.all(mine.map((raw) => raw.closed))).toEqual([4401, 4401])
    expect(performance.now() - began).toBeLessThan(1_000)
    expect(elsewhere.socket.readyState).toBe(elsewhere.socket.OPEN)
    elsewhere.socket.close()
  })
})
