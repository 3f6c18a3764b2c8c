import { connect } from '@parley/testkit/person'
import { testApp } from '@parley/testkit/test-app'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'

const closeOf = (socket: WebSocket) =>
  new Promise<number | string>((resolve) => {
    socket.on('close', resolve)
    socket.on('unexpected-response', (_request, response) => resolve(`HTTP ${response.statusCode}`))
    socket.on('error', () => {})
  })

describe('the server', () => {
  test('says that it lives and that it can serve', async () => {
    await using app = await testApp()
    expect(await (await fetch(`${app.url}/healthz`)).json()).toEqual({ ok: true })
    const ready = await fetch(`${app.url}/readyz`)
    expect([ready.status, await ready.json()]).toEqual([200, { ok: true, draining: false, checks: { database: 'ok' } }])
  })

  test('is not ready, and says why, when its database is gone', async () => {
    await using app = await testApp()
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200)
    await app.database.close()
    const ready = await fetch(`${app.url}/readyz`)
    expect([ready.status, await ready.json()]).toEqual([
      503,
      { ok: false, draining: false, checks: { database: 'failed' } },
    ])
  })

  test('sends strict headers, and no error page with a stack', async () => {
    await using app = await testApp()
    const missing = await fetch(`${app.url}/nothing/here`)
    expect(missing.status).toBe(404)
    expect(missing.headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(missing.headers.get('x-content-type-options')).toBe('nosniff')
    const unreadable = await fetch(`${app.url}/trpc/auth.login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"json":',
    })
    const text = await unreadable.text()
    expect(unreadable.status).toBe(400)
    expect(text).not.toMatch(/stack|node_modules|at .*\.ts/)
    expect(JSON.parse(text)).toMatchObject({ error: { json: { data: { appCode: 'invalid' } } } })
  })

  test('gives each error a request id, and hides what it did not mean to say', async () => {
    await using app = await testApp()
    const { trpc } = connect(app.url, () => null)
    const error = await trpc.users.me.query().catch((cause: { data: Record<string, unknown> }) => cause)
    expect(error).toMatchObject({
      data: {
        code: 'UNAUTHORIZED',
        httpStatus: 401,
        path: 'users.me',
        appCode: 'unauthenticated',
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      },
    })
    await sql`drop table sessions`.execute(app.database.db)
    const registering = trpc.auth.register.mutate({
      email: 'a@example.com',
      username: 'ada',
      password: 'correct horse battery',
    })
    const internal = await registering.catch((cause: Error) => cause)
    expect(internal).toMatchObject({
      message: 'Something went wrong here.',
      data: { appCode: 'internal', httpStatus: 500 },
    })
  })

  test('says how long to wait, to who is over a limit', async () => {
    await using app = await testApp({ env: { MESSAGE_RATE: '1/10s', MUTE_SECONDS: '7' } })
    const { alice, room } = await app.twoMembers()
    await alice.say(room, 'one')
    const response = await fetch(`${app.url}/trpc/messages.send`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${alice.session.accessToken}` },
      body: JSON.stringify({ json: { roomId: room, clientId: crypto.randomUUID(), body: 'two' } }),
    })
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7'])
  })

  test('takes twenty calls in a batch and no more', async () => {
    await using app = await testApp()
    const batch = (calls: number) =>
      fetch(`${app.url}/trpc/${Array.from({ length: calls }, () => 'health.ping').join(',')}?batch=1`)
    expect((await batch(20)).status).toBe(200)
    expect((await batch(21)).status).toBe(400)
  })

  test('takes sockets at /trpc only, of its own pages only, with frames up to 256 KiB', async () => {
    await using app = await testApp()
    const url = app.url.replace('http', 'ws')
    expect(await closeOf(new WebSocket(`${url}/elsewhere`))).toBe('HTTP 404')
    expect(await closeOf(new WebSocket(`${url}/trpc`, { origin: 'https://evil.example' }))).toBe('HTTP 403')
    const large = new WebSocket(`${url}/trpc`, { origin: app.url })
    large.on('open', () => large.send('x'.repeat(256 * 1024 + 1)))
    expect(await closeOf(large)).toBe(1009)
  })
})
