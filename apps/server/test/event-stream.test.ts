import { limits } from '@parley/contract/limits'
import { movableClock, testApp } from '@parley/testkit/test-app'
import { describe, expect, test } from 'vitest'
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
})
