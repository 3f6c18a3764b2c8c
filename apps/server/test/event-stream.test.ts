import { once } from 'node:events'
import { connect } from 'node:net'
import { limits } from '@parley/contract/limits'
import { movableClock, testApp } from '@parley/testkit/test-app'
import { describe, expect, test } from 'vitest'
import { bounds } from '../src/ws/bounds.js'
import { openStream } from './event-stream.js'

describe('a subscription as an event stream', () => {
  test('brings the backlog, ready, and what is said live, each with its id', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    await bob.say(room, 'one', 'two')
    const headers = { authorization: `Bearer ${alice.session.accessToken}`, 'last-event-id': '1' }
    const stream = await openStream(app.url, 'messages.watch', { roomId: room }, headers)
    expect(Object.fromEntries(stream.response.headers)).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    })
    expect(await stream.next()).toMatchObject({
      id: '2',
      data: { json: { type: 'message', message: { body: 'two' } } },
    })
    expect(await stream.next()).toMatchObject({ id: '2', data: { json: { type: 'ready', version: 2 } } })
    await bob.say(room, 'three')
    expect(await stream.next()).toMatchObject({ id: '3', data: { json: { message: { body: 'three' } } } })
    stream.close()
  })

  test('ends with not_found when access is lost', async () => {
    await using app = await testApp()
    const { bob, room } = await app.twoMembers()
    const headers = { authorization: `Bearer ${bob.session.accessToken}` }
    const stream = await openStream(app.url, 'messages.watch', { roomId: room }, headers)
    await stream.next()
    await bob.trpc.rooms.leave.mutate({ roomId: room })
    expect(await stream.next()).toMatchObject({
      event: 'serialized-error',
      data: { json: { data: { appCode: 'not_found' } } },
    })
    stream.close()
  })

  test('makes its person present, and ends with the access token', async () => {
    const clock = movableClock()
    await using app = await testApp({ clock })
    const { bob, room } = await app.twoMembers()
    const presence = () => app.deps.presence.statusOf(bob.user.id)
    expect(presence()).toBe('offline')
    clock.advance(bob.session.expiresAt.getTime() - clock.now() - 3_000)
    const headers = { authorization: `Bearer ${bob.session.accessToken}` }
    const stream = await openStream(app.url, 'messages.watch', { roomId: room }, headers)
    await stream.next()
    expect(presence()).toBe('online')
    await expect(stream.next()).rejects.toThrow()
    await expect.poll(() => (clock.advance(limits.presenceGraceMs), presence())).toBe('offline')
  })

  test('is one of a hundred at most of one person; the next is told when to come again', async () => {
    await using app = await testApp()
    const [alice, bob] = [await app.person('alice'), await app.person('bob')]
    const open = ({ session }: typeof alice) =>
      openStream(app.url, 'rooms.watch', {}, { authorization: `Bearer ${session.accessToken}` })
    const streams = await Promise.all(Array.from({ length: bounds.streamsPerPerson }, () => open(alice)))
    expect(streams.every(({ response }) => response.status === 200)).toBe(true)
    const firstOf = async (person: typeof alice) => {
      const stream = await open(person)
      const { data } = await stream.next()
      stream.close()
      return data as { json: { type?: string; data?: { appCode: string } } }
    }
    expect((await firstOf(alice)).json.data).toMatchObject({
      appCode: 'rate_limited',
      details: { retryAfterMs: expect.any(Number) },
    })
    expect((await firstOf(bob)).json.type).toBe('ready')
    for (const { close } of streams) close()
    await expect.poll(async () => (await firstOf(alice)).json.type, { timeout: 5_000 }).toBe('ready')
  })

  test('that is not read is cut, and nobody else notices', { timeout: 60_000 }, async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const seen = bob.watch(room)
    await seen.take(1)
    const { hostname, port } = new URL(app.url)
    const stuck = connect(Number(port), hostname)
    const query = encodeURIComponent(JSON.stringify({ json: { roomId: room } }))
    stuck.write(
      `GET /trpc/messages.watch?input=${query} HTTP/1.1\r\nHost: ${hostname}\r\nAccept: text/event-stream\r\n` +
        `Authorization: Bearer ${bob.session.accessToken}\r\n\r\n`,
    )
    await once(stuck, 'data')
    stuck.pause()
    await expect.poll(() => app.deps.hub.countFeeds()).toBe(2)
    const long = '字'.repeat(4_000)
    let said = 0
    while (app.deps.hub.countFeeds() > 1) {
      await Promise.all(Array.from({ length: 10 }, () => alice.say(room, long)))
      said += 10
      expect(said * 12_000).toBeLessThan(24 * 1024 * 1024)
    }
    expect(said * 12_000).toBeGreaterThan(1024 * 1024)
    stuck.on('error', () => {}).resume()
    await once(stuck, 'close')
    await expect.poll(() => seen.items.length, { timeout: 10_000 }).toBe(said + 1)
  })
})
