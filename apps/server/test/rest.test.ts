import { randomUUID } from 'node:crypto'
import { connect } from '@parley/testkit/person'
import { testApp } from '@parley/testkit/test-app'
import { describe, expect, test } from 'vitest'
import { restOf } from './rest.js'

const problemJson = 'application/problem+json'

describe('the bridge', () => {
  test('makes, finds, changes and deletes as HTTP has it', async () => {
    await using app = await testApp()
    const nobody = restOf(app.url)
    const password = 'correct horse battery'
    const registered = await nobody('/users', {
      method: 'POST',
      body: { username: 'ada', email: 'ada@example.com', password },
    })
    expect(registered).toMatchObject({ status: 201, body: { user: { username: 'ada' } } })
    const rest = restOf(app.url, registered.body.accessToken)

    const made = await rest('/rooms', { method: 'POST', body: { kind: 'public', name: 'General' } })
    expect(made).toMatchObject({ status: 201, body: { name: 'General' } })
    expect(made.headers.get('location')).toBe(`/api/v1/rooms/${made.body.id}`)
    expect(Date.parse(made.body.createdAt)).not.toBeNaN()
    const room = made.headers.get('location') ?? ''
    expect((await rest(room)).body).toMatchObject({ id: made.body.id, name: 'General' })
    expect(await rest(room, { method: 'PATCH', body: { topic: 'Everything', roomId: randomUUID() } })).toMatchObject({
      status: 200,
      body: { id: made.body.id, topic: 'Everything' },
    })

    const { body: sent } = await rest(`${room}/messages`, { method: 'POST', body: { body: 'hello' } })
    const message = `/messages/${sent.message.id}`
    const thumb = `${message}/reactions/${encodeURIComponent('👍')}`
    expect((await rest(thumb, { method: 'PUT' })).body.reactions).toMatchObject([{ emoji: '👍', count: 1 }])
    expect((await rest(thumb, { method: 'DELETE' })).body.reactions).toEqual([])
    expect((await rest(message, { method: 'PATCH', body: { body: 'hullo' } })).body.body).toBe('hullo')
    expect((await rest(message, { method: 'DELETE' })).body).toMatchObject({ body: '', id: sent.message.id })
    const typing = await rest(`${room}/typing`, { method: 'PUT', body: { typing: true } })
    expect([typing.status, typing.body]).toEqual([204, null])

    const bob = await app.person('bob')
    const until = new Date(Date.now() + 60_000).toISOString()
    const place = `${room}/members/${bob.user.id}`
    expect((await rest(place, { method: 'PUT', body: {} })).status).toBe(204)
    expect((await rest(`${place}/mute`, { method: 'PUT', body: { until } })).status).toBe(204)
    const { body: members } = await rest(`${room}/members?query=bob`)
    expect(members.items).toMatchObject([{ user: { id: bob.user.id }, mutedUntil: until }])
    const presence = await rest(`/presence?userIds=${bob.user.id}&userIds=${registered.body.user.id}`)
    expect(presence.body).toHaveLength(2)
    expect((await rest(room, { method: 'DELETE' })).status).toBe(204)
    expect((await rest(room)).status).toBe(404)
  })

  test('sends once for a key, however often it is tried', async () => {
    await using app = await testApp()
    const { alice, room } = await app.twoMembers()
    const rest = restOf(app.url, alice.session.accessToken)
    const send = (body: string, headers: Record<string, string> = {}) =>
      rest(`/rooms/${room}/messages`, { method: 'POST', body: { body }, headers })
    const key = { 'idempotency-key': randomUUID() }
    const [first, again] = [await send('one', key), await send('one', key)]
    expect(first).toMatchObject({
      status: 201,
      body: { duplicate: false, message: { clientId: key['idempotency-key'] } },
    })
    expect(first.headers.get('location')).toBe(`/api/v1/messages/${first.body.message.id}`)
    expect(again).toMatchObject({ status: 200, body: { duplicate: true, message: { id: first.body.message.id } } })
    expect(await send('two', { 'idempotency-key': 'not one' })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'clientId' }] },
    })
    expect([(await send('three')).status, (await send('three')).status]).toEqual([201, 201])
    expect((await alice.trpc.messages.list.query({ roomId: room })).items.map(({ body }) => body)).toEqual([
      'one',
      'three',
      'three',
    ])
  })

  test('leads from page to page, and says what is new only', async () => {
    await using app = await testApp()
    const { alice, room } = await app.twoMembers()
    await alice.say(room, '1', '2', '3', '4', '5')
    const rest = restOf(app.url, alice.session.accessToken)
    const bodies = ({ body }: Awaited<ReturnType<typeof rest>>) => body.items.map((item: { body: string }) => item.body)
    const linkOf = ({ headers }: { headers: Headers }, rel: string) =>
      headers.get('link')?.match(new RegExp(`<([^>]+)>; rel="${rel}"`))?.[1] ?? ''
    const newest = await rest(`/rooms/${room}/messages?limit=2`)
    expect([bodies(newest), linkOf(newest, 'prev')]).toEqual([['4', '5'], ''])
    const older = await rest(linkOf(newest, 'next'))
    expect(bodies(older)).toEqual(['2', '3'])
    expect(bodies(await rest(linkOf(older, 'prev')))).toEqual(['4', '5'])
    const oldest = await rest(linkOf(older, 'next'))
    expect([bodies(oldest), linkOf(oldest, 'next')]).toEqual([['1'], ''])

    const etag = newest.headers.get('etag') ?? ''
    expect(newest.headers.get('cache-control')).toBe('private, no-cache')
    const same = await rest(`/rooms/${room}/messages?limit=2`, { headers: { 'if-none-match': etag } })
    expect([same.status, same.body]).toEqual([304, null])
    await alice.say(room, '6')
    const fresh = await rest(`/rooms/${room}/messages?limit=2`, { headers: { 'if-none-match': etag } })
    expect([fresh.status, bodies(fresh)]).toEqual([200, ['5', '6']])
  })

  test('says in problems what is wrong, and names the field', async () => {
    await using app = await testApp()
    const { alice, room } = await app.twoMembers()
    const rest = restOf(app.url, alice.session.accessToken)
    const post = (path: string, body: unknown, headers = {}) => rest(path, { method: 'POST', body, headers })
    const wrong = await post('/rooms', { kind: 'public', name: '' })
    expect(wrong).toMatchObject({
      status: 400,
      body: { type: 'about:blank', title: 'Bad Request', status: 400, appCode: 'invalid', errors: [{ field: 'name' }] },
    })
    expect(wrong.headers.get('content-type')).toBe(problemJson)
    expect(wrong.body.requestId).toBe(wrong.headers.get('x-request-id'))
    const field = async (answer: Promise<{ status: number; body: { errors: { field: string }[] } }>) => {
      const { status, body } = await answer
      return [status, ...body.errors.map((error) => error.field)]
    }
    expect(await field(rest('/rooms?limit=none'))).toEqual([400, 'limit'])
    expect(await field(rest('/rooms?limit=1&limit=2'))).toEqual([400, 'limit'])
    expect(await field(rest('/rooms?cursor=made-up'))).toEqual([400, 'cursor'])
    expect(await field(rest('/rooms/x'))).toEqual([400, 'roomId'])
    expect(await field(post('/rooms', ['General']))).toEqual([400, 'body'])
    expect(await field(post(`/rooms/${room}/messages`, { body: 'x', attachmentIds: [room, 'y'] }))).toEqual([
      400,
      'attachmentIds.1',
    ])
    for (const seq of [-1, 1.5])
      expect(await field(rest(`/rooms/${room}/messages?aroundSeq=${seq}`))).toEqual([400, 'aroundSeq'])
    const soon = { until: 'tomorrow' }
    const mute = `/rooms/${room}/members/${alice.user.id}/mute`
    expect(await field(rest(mute, { method: 'PUT', body: soon }))).toEqual([400, 'until'])

    const missing = await rest('/nothing/here')
    expect(missing).toMatchObject({ status: 404, body: { title: 'Not Found', appCode: 'not_found' } })
    expect(await rest(`/rooms/${randomUUID()}`)).toMatchObject({ status: 404, body: { appCode: 'not_found' } })
    expect(await rest('/rooms/%E0')).toMatchObject({ status: 400, body: { appCode: 'invalid' } })
    const verb = await rest('/rooms', { method: 'PUT', body: {} })
    expect([verb.status, verb.headers.get('allow'), verb.headers.get('content-type')]).toEqual([
      405,
      'GET, POST, HEAD',
      problemJson,
    ])
    expect((await rest('/rooms', { method: 'QUERY', body: {} })).status).toBe(405)
    expect((await post('/rooms', '{"kind":')).status).toBe(400)
    expect((await post('/rooms', '{"__proto__":{}}')).status).toBe(400)
    expect((await post('/rooms', 'kind=public', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(
      415,
    )
    expect(await post('/rooms', { name: 'x'.repeat(300 * 1024) })).toMatchObject({
      status: 413,
      body: { appCode: 'too_large' },
    })
    for (const answer of [missing, verb, wrong]) expect(answer.body.requestId).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('takes API tokens with their scopes, and cookies of its own pages', async () => {
    await using app = await testApp({ env: { CORS_ORIGINS: 'https://friend.example' } })
    const { alice, room } = await app.twoMembers()
    const { token } = await alice.trpc.auth.createToken.mutate({ name: 'bot', scopes: ['messages:write'] })
    const bot = restOf(app.url, token)
    const send = { method: 'POST', body: { body: 'beep' } }
    expect((await bot(`/rooms/${room}/messages`, send)).status).toBe(201)
    expect(await bot(`/rooms/${room}/messages`)).toMatchObject({ status: 403, body: { appCode: 'forbidden' } })
    expect(await bot('/tokens')).toMatchObject({ status: 403 })
    expect(await restOf(app.url, 'parley_made_up')('/rooms')).toMatchObject({
      status: 401,
      body: { appCode: 'unauthenticated' },
    })

    const browser = restOf(app.url)
    const body = { login: 'alice', password: 'correct horse battery', transport: 'cookie' }
    const session = await browser('/sessions', { method: 'POST', body })
    expect(session.body.refreshToken).toBeNull()
    const cookie = session.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ')
    const from = (origin: string) => ({ cookie, origin, 'sec-fetch-site': 'cross-site' })
    expect((await browser('/users/me', { headers: { cookie } })).body.username).toBe('alice')
    const foreign = await browser(`/rooms/${room}/messages`, { ...send, headers: from('https://evil.example') })
    expect([foreign.status, foreign.headers.get('content-type'), foreign.body.appCode]).toEqual([
      403,
      problemJson,
      'forbidden',
    ])
    const friend = await browser(`/rooms/${room}/messages`, { ...send, headers: from('https://friend.example') })
    expect([friend.status, friend.headers.get('access-control-allow-origin')]).toEqual([201, 'https://friend.example'])
    expect(friend.headers.get('access-control-expose-headers')).toContain('ETag')
    const preflight = await fetch(`${app.url}/api/v1/rooms/${room}`, {
      method: 'OPTIONS',
      headers: { origin: 'https://friend.example', 'access-control-request-method': 'PATCH' },
    })
    expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([
      204,
      expect.stringContaining('PATCH'),
    ])
  })

  test('counts what each token asks, and tells what is left', async () => {
    await using app = await testApp({ env: { API_RATE: '3/1m' } })
    const { alice, bob } = await app.twoMembers()
    const rest = restOf(app.url, alice.session.accessToken)
    const first = await rest('/users/me')
    expect(first.headers.get('ratelimit-policy')).toBe('"api";q=3;w=60')
    expect(first.headers.get('ratelimit')).toBe('"api";r=2;t=60')
    await rest('/users/me')
    await rest('/nothing-that-costs')
    await rest('/users/me')
    const refused = await rest('/users/me')
    expect(refused).toMatchObject({ status: 429, body: { appCode: 'rate_limited', retryAfterMs: expect.any(Number) } })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50)
    expect(refused.headers.get('ratelimit')).toMatch(/^"api";r=0;t=\d+$/)
    expect((await restOf(app.url, bob.session.accessToken)('/users/me')).status).toBe(200)
  })

  test('leaves the procedures as they are: tRPC takes no text for a number after it', async () => {
    await using app = await testApp()
    const { alice, room } = await app.twoMembers()
    const rest = restOf(app.url, alice.session.accessToken)
    expect((await rest(`/rooms/${room}/messages?limit=2`)).status).toBe(200)
    const { trpc } = connect(app.url, () => alice.session.accessToken)
    await expect(trpc.messages.list.query({ roomId: room, limit: '2' as never })).rejects.toMatchObject({
      data: { appCode: 'invalid' },
    })
  })

  test('is described by documents that it serves, and can be tried on a page of its own', async () => {
    await using app = await testApp()
    for (const name of ['openapi.json', 'asyncapi.json']) {
      const response = await fetch(`${app.url}/${name}`)
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json'])
      expect(await response.json()).toHaveProperty('info')
    }
    const response = await fetch(`${app.url}/docs`)
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'self';/)
    const page = await response.text()
    const assets = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path)
    expect(assets).toHaveLength(4)
    for (const path of assets) {
      const asset = await fetch(app.url + path)
      expect([asset.status, (await asset.arrayBuffer()).byteLength > 100]).toEqual([200, true])
    }
    expect(page).not.toMatch(/<script[^>]*>[^<]/)
  })
})
