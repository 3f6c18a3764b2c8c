import type { Person } from '@parley/testkit/person'
import { testApp, type TestApp } from '@parley/testkit/test-app'
import { describe, expect, test } from 'vitest'
import { bounds } from '../src/ws/bounds.js'
import { readEvents } from './event-stream.js'
import { restOf } from './rest.js'

const streamOf = (app: TestApp, token: string, path: string, headers: Record<string, string> = {}) =>
  readEvents(`${app.url}/api/v1${path}`, { authorization: `Bearer ${token}`, ...headers })

const tokenOf = async ({ trpc }: Person, scopes: string[]) => trpc.auth.createToken.mutate({ name: 'bot', scopes })

describe('a subscription over the bridge', () => {
  test('brings plain events, and after Last-Event-ID exactly what was missed', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const { token } = await tokenOf(alice, ['messages:read'])
    const path = `/rooms/${room}/messages/events`
    const stream = await streamOf(app, token, path)
    expect([stream.response.status, Object.fromEntries(stream.response.headers)]).toMatchObject([
      200,
      { 'content-type': 'text/event-stream', 'cache-control': 'no-cache, no-transform', 'x-accel-buffering': 'no' },
    ])
    expect(await stream.next()).toEqual({ event: undefined, id: '0', data: { type: 'ready', version: 0 } })
    const [said] = await bob.say(room, 'one')
    const one = { type: 'message', version: 1, message: JSON.parse(JSON.stringify(said)) as unknown }
    expect(await stream.next()).toEqual({ event: undefined, id: '1', data: one })
    stream.close()
    await bob.say(room, 'two', 'three')
    const resumed = await streamOf(app, token, path, { 'last-event-id': '1' })
    expect([await resumed.next(), await resumed.next(), await resumed.next()]).toMatchObject([
      { id: '2', data: { message: { body: 'two' } } },
      { id: '3', data: { message: { body: 'three' } } },
      { id: '3', data: { type: 'ready', version: 3 } },
    ])
    resumed.close()
    const bad = await restOf(app.url, token)(path, { headers: { 'last-event-id': 'x' } })
    expect(bad).toMatchObject({ status: 400, body: { errors: [{ field: 'lastEventId' }] } })
  })

  test('is there for inbox, receipts, typing and presence', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const { token } = await tokenOf(alice, ['rooms:read', 'presence:read'])
    const of = (path: string) => streamOf(app, token, path)
    const inbox = await of('/rooms/events')
    const receipts = await of(`/rooms/${room}/receipts/events`)
    const typing = await of(`/rooms/${room}/typing/events`)
    const people = await of(`/presence/events?userIds=${bob.user.id}`)
    expect(await inbox.next()).toMatchObject({ data: { type: 'ready' } })
    expect(await receipts.next()).toMatchObject({ data: { type: 'snapshot' } })
    expect(await typing.next()).toMatchObject({ data: { users: [] } })
    expect(await people.next()).toMatchObject({ data: { type: 'snapshot', users: [{ id: bob.user.id }] } })
    await bob.trpc.typing.set.mutate({ roomId: room, typing: true })
    expect(await typing.next()).toMatchObject({ data: { users: [{ id: bob.user.id }] } })
    await bob.say(room, 'hello')
    expect(await inbox.next()).toMatchObject({ data: { type: 'activity', roomId: room } })
    for (const stream of [inbox, receipts, typing, people]) stream.close()
  })

  test('ends, and says why, when access or the token is lost', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const { id, token } = await tokenOf(bob, ['messages:read', 'rooms:read'])
    const messages = await streamOf(app, token, `/rooms/${room}/messages/events`)
    const inbox = await streamOf(app, token, '/rooms/events')
    await messages.next()
    await inbox.next()
    await alice.trpc.rooms.removeMember.mutate({ roomId: room, userId: bob.user.id })
    expect(await messages.next()).toMatchObject({
      event: 'problem',
      data: { status: 404, appCode: 'not_found', title: 'Not Found' },
    })
    await expect(messages.next()).rejects.toThrow('The stream ended')
    expect(await inbox.next()).toMatchObject({ data: { type: 'left', roomId: room } })
    await bob.trpc.auth.revokeToken.mutate({ id })
    await expect(
      (async () => {
        for (;;) if ((await inbox.next()).event === 'problem') throw new Error('told')
      })(),
    ).rejects.toThrow(/told|ended/)
  })

  test('is refused with a problem to who may not listen, and to who listens too often', async () => {
    await using app = await testApp()
    const { alice, room } = await app.twoMembers()
    const stranger = await app.person('stranger')
    const path = `/rooms/${room}/messages/events`
    expect(await restOf(app.url)(path)).toMatchObject({ status: 401, body: { appCode: 'unauthenticated' } })
    expect(await restOf(app.url, stranger.session.accessToken)(path)).toMatchObject({ status: 403 })
    expect((await restOf(app.url, alice.session.accessToken)(path, { method: 'HEAD' })).status).toBe(405)
    const { token } = await tokenOf(alice, ['messages:read'])
    const streams = await Promise.all(Array.from({ length: bounds.streamsPerPerson }, () => streamOf(app, token, path)))
    expect(streams.map(({ response }) => response.status)).toEqual(streams.map(() => 200))
    const refused = await restOf(app.url, token)(path)
    expect(refused).toMatchObject({ status: 429, body: { appCode: 'rate_limited' } })
    streams.pop()?.close()
    await expect.poll(async () => (await restOf(app.url, token)(path)).status).toBe(200)
    for (const stream of streams) stream.close()
  })
})
