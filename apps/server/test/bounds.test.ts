import { once } from 'node:events'
import { request } from 'node:http'
import { movableClock } from '@parley/testkit/movable-clock'
import { testApp } from '@parley/testkit/test-app'
import { describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { openRaw, toCall, toStop } from './raw-socket.js'

const range = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + at)

describe('one socket', () => {
  test('holds fifty subscriptions, and another one when one has ended', async () => {
    await using app = await testApp()
    const { alice, room } = await app.twoMembers()
    const raw = await openRaw(app.url, alice.session.accessToken)
    const watch = (id: number) => toCall(id, 'subscription', 'messages.watch', { roomId: room })
    for (const id of range(1, 51)) raw.send(watch(id))
    await raw.answered(51)
    expect(raw.appCode(51)).toBe('too_large')
    await expect.poll(() => app.sockets.subscriptions).toBe(50)
    raw.send(toStop(7))
    await expect.poll(() => app.sockets.subscriptions).toBe(49)
    raw.send(watch(52))
    expect(await raw.answered(52)).toMatchObject({ result: { type: 'started' } })
    raw.socket.close()
    await expect.poll(() => app.sockets).toMatchObject({ subscriptions: 0, refusedCalls: 1 })
  })

  test('brings back fifty subscriptions and twenty calls in one batch, and not one call more', async () => {
    await using app = await testApp()
    const { alice, room } = await app.twoMembers()
    const raw = await openRaw(app.url, alice.session.accessToken)
    const watches = (from: number) =>
      range(from, 50).map((id) => toCall(id, 'subscription', 'messages.watch', { roomId: room }))
    const pings = (from: number, count: number) => range(from, count).map((id) => toCall(id, 'query', 'health.ping'))
    raw.send([...watches(1), ...pings(51, 20)])
    for (const id of range(1, 70)) expect((await raw.answered(id)).error).toBeUndefined()
    raw.send([...range(1, 50).map(toStop), ...watches(101), ...pings(151, 21)])
    for (const id of range(101, 50)) {
      await raw.answered(id)
      expect(raw.appCode(id)).toBeUndefined()
    }
    for (const id of range(151, 21)) {
      await raw.answered(id)
      expect(raw.appCode(id)).toBe('invalid')
    }
    raw.socket.close()
  })

  test('may not use the id of what is under way, which would let it lose count', async () => {
    await using app = await testApp()
    const { alice, room } = await app.twoMembers()
    const raw = await openRaw(app.url, alice.session.accessToken)
    raw.send(toCall(1, 'subscription', 'messages.watch', { roomId: room }))
    await raw.answered(1)
    raw.send(toCall(1, 'query', 'health.ping'))
    await expect.poll(() => raw.frames.filter((frame) => frame.error)).toHaveLength(1)
    expect(app.sockets.subscriptions).toBe(1)
    raw.socket.close()
  })

  test.each([
    ['with something unreadable beside it', (call: object) => [[call, 5]]],
    ['before a frame that is no JSON', (call: object) => [call, '{nonsense']],
    ['with a call that has no id beside it', (call: object) => [[call, { ...call, id: null }]]],
  ])('counts a subscription that is begun %s, and leaves nothing behind', async (_, framesOf) => {
    await using app = await testApp()
    const { alice, room } = await app.twoMembers()
    const raw = await openRaw(app.url, alice.session.accessToken)
    const call = toCall(1, 'subscription', 'messages.watch', { roomId: room })
    for (let times = 0; times < 3; times++)
      for (const frame of framesOf(call)) {
        if (typeof frame === 'string') raw.socket.send(frame)
        else raw.send(frame)
      }
    raw.send(toCall(2, 'query', 'health.ping'))
    await raw.answered(2)
    await expect.poll(() => [app.sockets.subscriptions, app.deps.hub.countFeeds()]).toEqual([1, 1])
    raw.socket.close()
    await expect.poll(() => [app.sockets.subscriptions, app.deps.hub.countFeeds()]).toEqual([0, 0])
  })

  test('refuses an id that is longer than any client’s', async () => {
    await using app = await testApp()
    const raw = await openRaw(app.url, (await app.person('alice')).session.accessToken)
    raw.send({ ...toCall(1, 'query', 'health.ping'), id: 'x'.repeat(65) })
    await expect.poll(() => raw.frames.length).toBe(1)
    expect(JSON.stringify(raw.frames[0]?.error)).toContain('at most 64 characters')
    raw.socket.close()
  })

  test('has a message under way until it is answered, and not longer', async () => {
    await using app = await testApp()
    const { alice, room } = await app.twoMembers()
    const raw = await openRaw(app.url, alice.session.accessToken)
    for (const id of range(1, 3)) {
      const input = { roomId: room, clientId: crypto.randomUUID(), body: `message ${id}` }
      raw.send(toCall(id, 'mutation', 'messages.send', input))
      expect(await raw.answered(id)).toMatchObject({ result: { type: 'data' } })
      expect(app.sockets.callsUnderWay).toBe(0)
    }
    raw.socket.close()
  })

  test('counts nothing of a frame that the adapter could not read', async () => {
    await using app = await testApp()
    const raw = await openRaw(app.url, null)
    raw.send([toCall(1, 'query', 'health.ping'), { id: 2, method: 'shout' }])
    await expect.poll(() => raw.frames.length).toBe(1)
    expect(app.sockets.callsUnderWay).toBe(0)
    raw.send(toCall(1, 'query', 'health.ping'))
    expect(await raw.answered(1)).toMatchObject({ result: { type: 'data' } })
    raw.socket.close()
  })

  test('that calls too often is told to wait, and is closed if it goes on', async () => {
    await using app = await testApp({ env: { SOCKET_CALLS: '10' } })
    const raw = await openRaw(app.url, null)
    for (const id of range(1, 21)) raw.send(toCall(id, 'query', 'health.ping'))
    const { error } = await raw.answered(21)
    expect(error?.json.data).toMatchObject({
      appCode: 'rate_limited',
      path: 'health.ping',
      details: { retryAfterMs: expect.any(Number) },
    })
    expect(raw.socket.readyState).toBe(raw.socket.OPEN)
    for (const id of range(22, 20)) raw.send(toCall(id, 'query', 'health.ping'))
    expect(await raw.closed).toBe(1008)
    expect(app.sockets.ended).toBe(1)
  })

  test.each([
    ['calls', JSON.stringify(toCall(1, 'query', 'health.ping'))],
    ['nonsense', 'nonsense'],
    ['pings of the client', 'PING'],
  ])('that sends %s without end is closed', async (_what, frame) => {
    await using app = await testApp()
    const raw = await openRaw(app.url, null)
    const flood = setInterval(() => range(1, 500).forEach(() => raw.socket.send(frame)), 10)
    expect(await raw.closed).toBe(1008)
    clearInterval(flood)
    await expect.poll(() => app.sockets).toMatchObject({ open: 0, callsUnderWay: 0, ended: 1 })
  })

  test('that sends a message in endless pieces is closed, and who does it again and again may not come back', async () => {
    await using app = await testApp()
    const [bad, good] = ['127.0.0.2', '127.0.0.3']
    const honest = await openRaw(app.url, null, bad)
    for (let times = 0; times < 5; times++) {
      const raw = await openRaw(app.url, null, bad)
      for (const piece of range(1, 300)) raw.socket.send(String(piece), { fin: false })
      expect(await raw.closed).toBe(1008)
    }
    await expect(openRaw(app.url, null, bad)).rejects.toThrow('429')
    const elsewhere = await openRaw(app.url, null, good)
    elsewhere.socket.close()
    honest.send(toCall(1, 'query', 'health.ping'))
    expect(await honest.answered(1)).toMatchObject({ result: { type: 'data' } })
    honest.socket.close()
  })

  test('that says what nobody can read is told so, and is closed if it goes on', async () => {
    await using app = await testApp()
    const raw = await openRaw(app.url, null)
    for (const at of range(1, 30)) raw.socket.send(at % 2 ? '{"id":1,' : '{"id":1,"method":"shout"}')
    expect(await raw.closed).toBe(1008)
    expect(raw.frames.length).toBeGreaterThanOrEqual(20)
    expect(raw.frames.every(({ error }) => error?.json.data.appCode === 'invalid')).toBe(true)
  })
})

describe('sockets of nobody', () => {
  test('are closed after ten seconds without a word', async () => {
    const clock = movableClock()
    await using app = await testApp({ clock })
    const silent = new WebSocket(`${app.url.replace('http', 'ws')}/trpc`)
    await once(silent, 'open')
    clock.advance(10_000)
    expect(await once(silent, 'close')).toMatchObject([1008, expect.anything()])
  })

  test('are closed after thirty seconds, whatever they call', async () => {
    const clock = movableClock()
    await using app = await testApp({ clock })
    const alice = await app.person('alice')
    const [nobody, somebody] = [await openRaw(app.url, null), await openRaw(app.url, alice.session.accessToken)]
    for (const raw of [nobody, somebody]) {
      raw.send(toCall(1, 'query', 'health.ping'))
      await raw.answered(1)
    }
    clock.advance(29_000)
    expect(nobody.socket.readyState).toBe(nobody.socket.OPEN)
    clock.advance(1_000)
    expect(await nobody.closed).toBe(4401)
    expect(somebody.socket.readyState).toBe(somebody.socket.OPEN)
    somebody.socket.close()
  })

  test('are at most 250 from one address, and more may come when they have gone', { timeout: 60_000 }, async () => {
    await using app = await testApp()
    const strangers = await Promise.all(range(1, 250).map(() => openRaw(app.url, null)))
    await expect(openRaw(app.url, null)).rejects.toThrow('429')
    expect(app.sockets).toMatchObject({ strangers: 250, refusedUpgrades: 1 })
    for (const { socket } of strangers) socket.terminate()
    await expect.poll(() => app.sockets.strangers).toBe(0)
    const { socket } = await openRaw(app.url, null)
    socket.close()
  })
})

describe('an upgrade', () => {
  test.each([
    ['//', 'localhost', 400],
    ['/trpc', 'a b', 400],
    ['/trpc?%', '[', 400],
  ])('for %s at host %s is refused, and the server lives', async (path, host, status) => {
    await using app = await testApp()
    const { port } = new URL(app.url)
    const headers = { host, connection: 'Upgrade', upgrade: 'websocket' }
    const refused = new Promise<number | undefined>((resolve) => {
      const upgrade = request({ port, host: '127.0.0.1', path, headers }, (response) => resolve(response.statusCode))
      upgrade.end()
    })
    expect(await refused).toBe(status)
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200)
  })
})
