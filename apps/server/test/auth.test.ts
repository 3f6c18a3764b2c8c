import { connect } from '@parley/testkit/person'
import { movableClock, testApp, type TestApp } from '@parley/testkit/test-app'
import { describe, expect, test } from 'vitest'

const ada = { email: 'Ada@Example.com', username: 'Ada', password: 'correct horse battery' }
const refused = { data: { appCode: 'unauthenticated', httpStatus: 401 } }

const nobody = (app: TestApp) => connect(app.url, () => null).trpc
const as = (app: TestApp, token: string) => connect(app.url, () => token).trpc

describe('registering and logging in', () => {
  test('works by e-mail address and by username, whatever their case', async () => {
    await using app = await testApp()
    const { user } = await nobody(app).auth.register.mutate(ada)
    expect(user).toMatchObject({ email: 'ada@example.com', username: 'ada', displayName: 'ada', emailVerifiedAt: null })
    for (const login of ['ADA', 'ada@example.COM']) {
      const session = await nobody(app).auth.login.mutate({ login, password: ada.password })
      expect(await as(app, session.accessToken).users.me.query()).toEqual(user)
    }
  })

  test('says which field is taken', async () => {
    await using app = await testApp()
    await nobody(app).auth.register.mutate(ada)
    const taken = (field: string) => ({ data: { appCode: 'conflict', details: [{ path: [field] }] } })
    const other = { ...ada, email: 'other@example.com' }
    await expect(nobody(app).auth.register.mutate(other)).rejects.toMatchObject(taken('username'))
    const another = { ...ada, username: 'other' }
    await expect(nobody(app).auth.register.mutate(another)).rejects.toMatchObject(taken('email'))
  })

  test('answers an unknown person and a wrong password alike', async () => {
    await using app = await testApp()
    await nobody(app).auth.register.mutate(ada)
    const fail = (login: string) =>
      nobody(app)
        .auth.login.mutate({ login, password: 'wrong' })
        .catch((error: Error & { data: object }) => ({
          message: error.message,
          data: { ...error.data, requestId: '' },
        }))
    expect(await fail('ada')).toEqual(await fail('nobody'))
  })

  test.each([
    ['a short password', { password: 'short' }, 'password'],
    ['a username with a space', { username: 'a da' }, 'username'],
    ['an e-mail address that is none', { email: 'ada' }, 'email'],
  ])('refuses %s', async (_what, wrong, field) => {
    await using app = await testApp()
    const registering = nobody(app).auth.register.mutate({ ...ada, ...wrong })
    await expect(registering).rejects.toMatchObject({ data: { appCode: 'invalid', details: [{ path: [field] }] } })
  })

  test('sign-up can be closed', async () => {
    await using app = await testApp({ env: { SIGNUP: 'closed' } })
    await expect(nobody(app).auth.register.mutate(ada)).rejects.toMatchObject({ data: { appCode: 'forbidden' } })
  })
})

describe('a session', () => {
  test('goes on by its refresh token: a spent one may ask again until its successor is used', async () => {
    await using app = await testApp()
    const { refreshToken: first } = await nobody(app).auth.register.mutate(ada)
    const refresh = (refreshToken: string | null) => nobody(app).auth.refresh.mutate({ refreshToken })
    const { refreshToken: second } = await refresh(first)
    expect(second).not.toBe(first)
    expect((await refresh(first)).refreshToken).toBe(second)
    const { refreshToken: third } = await refresh(second)
    expect((await refresh(third)).accessToken).toBeTruthy()
  })

  test('is revoked whole when an older refresh token is used again', async () => {
    await using app = await testApp()
    const { refreshToken: first } = await nobody(app).auth.register.mutate(ada)
    const refresh = (refreshToken: string | null) => nobody(app).auth.refresh.mutate({ refreshToken })
    const { refreshToken: second } = await refresh(first)
    const { refreshToken: third, accessToken } = await refresh(second)
    await expect(refresh(first)).rejects.toMatchObject(refused)
    await expect(refresh(third)).rejects.toMatchObject(refused)
    await expect(as(app, accessToken).users.me.query()).rejects.toMatchObject(refused)
  })

  test('many refreshes of one token at once all get the same successor', async () => {
    await using app = await testApp()
    const { refreshToken } = await nobody(app).auth.register.mutate(ada)
    const all = await Promise.all(Array.from({ length: 10 }, () => nobody(app).auth.refresh.mutate({ refreshToken })))
    expect(new Set(all.map((session) => session.refreshToken)).size).toBe(1)
  })

  test('has access tokens of 15 minutes and refresh tokens of 7 days', async () => {
    const clock = movableClock()
    await using app = await testApp({ clock })
    const { accessToken, refreshToken, expiresAt } = await nobody(app).auth.register.mutate(ada)
    expect(expiresAt.getTime() - clock.now()).toBeLessThanOrEqual(15 * 60_000)
    clock.advance(14 * 60_000)
    expect(await as(app, accessToken).users.me.query()).toMatchObject({ username: 'ada' })
    clock.advance(2 * 60_000)
    await expect(as(app, accessToken).users.me.query()).rejects.toMatchObject(refused)
    const next = await nobody(app).auth.refresh.mutate({ refreshToken })
    clock.advance(7 * 24 * 60 * 60_000 + 1_000)
    await expect(nobody(app).auth.refresh.mutate({ refreshToken: next.refreshToken })).rejects.toMatchObject(refused)
  })

  test('ends with logging out: tokens, feeds and socket', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const seen = alice.watch(room)
    await seen.take(1)
    const closed = new Promise<number>((resolve) => {
      const socket = alice.socket.connection?.ws
      socket?.addEventListener('close', ({ code }) => resolve(code))
    })
    await alice.trpc.auth.logout.mutate()
    expect(await closed).toBe(4401)
    await bob.say(room, 'not for alice')
    expect(await seen.failed()).toMatchObject(refused)
    expect(JSON.stringify(seen.items)).not.toContain('not for alice')
    await expect(alice.trpc.users.me.query()).rejects.toMatchObject(refused)
    const { refreshToken } = alice.session
    await expect(nobody(app).auth.refresh.mutate({ refreshToken })).rejects.toMatchObject(refused)
  })

  test('all of them end with logging out everywhere, and nobody else’s', async () => {
    await using app = await testApp()
    const { alice, bob } = await app.twoMembers()
    const phone = await nobody(app).auth.login.mutate({ login: 'alice', password: 'correct horse battery' })
    await alice.trpc.auth.logout.mutate({ everywhere: true })
    await expect(as(app, phone.accessToken).users.me.query()).rejects.toMatchObject(refused)
    expect(await bob.trpc.users.me.query()).toMatchObject({ username: 'bob' })
  })

  test.each(['', 'x', 'a.b.c', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.'])(
    'is not had by a token of %j',
    async (token) => {
      await using app = await testApp()
      await expect(as(app, token).users.me.query()).rejects.toMatchObject(refused)
      await expect(nobody(app).auth.refresh.mutate({ refreshToken: token })).rejects.toMatchObject(refused)
    },
  )
})

describe('a browser', () => {
  const post = (app: TestApp, path: string, json: object, headers: Record<string, string> = {}) =>
    fetch(`${app.url}/trpc/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ json }),
    })
  const cookiesOf = (response: Response) =>
    response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ')

  test('keeps its tokens in cookies that no script can read', async () => {
    await using app = await testApp()
    const response = await post(app, 'auth.register', { ...ada, transport: 'cookie' })
    for (const cookie of response.headers.getSetCookie()) expect(cookie).toMatch(/Path=\/; HttpOnly; SameSite=Lax/)
    expect(await response.json()).toMatchObject({ result: { data: { json: { refreshToken: null } } } })
    const cookie = cookiesOf(response)
    const me = await fetch(`${app.url}/trpc/users.me`, { headers: { cookie } })
    expect(await me.json()).toMatchObject({ result: { data: { json: { username: 'ada' } } } })
    const refreshed = await post(app, 'auth.refresh', { transport: 'cookie' }, { cookie })
    expect(cookiesOf(refreshed)).toMatch(/parley-access=.+parley-refresh=/)
    const unasked = await fetch(`${app.url}/trpc/auth.refresh`, {
      method: 'POST',
      headers: { cookie: cookiesOf(refreshed), 'content-type': 'application/json' },
    })
    expect(unasked.status).toBe(200)
    const out = await post(app, 'auth.logout', {}, { cookie: cookiesOf(refreshed) })
    expect(cookiesOf(out)).toBe('parley-access=; parley-refresh=')
  })

  test('has cookies bound to the host and to https where people come by https', async () => {
    await using app = await testApp({ env: { PUBLIC_URL: 'https://chat.example' } })
    const response = await post(app, 'auth.register', { ...ada, transport: 'cookie' })
    for (const cookie of response.headers.getSetCookie()) expect(cookie).toMatch(/^__Host-.+; Secure;/)
  })

  test('cannot be used by a page of another origin, over HTTP or ws', async () => {
    await using app = await testApp({ env: { CORS_ORIGINS: 'https://friend.example' } })
    const foreign = await post(app, 'auth.register', ada, { origin: 'https://evil.example' })
    expect(foreign.status).toBe(403)
    expect(await foreign.json()).toMatchObject({ error: { json: { data: { appCode: 'forbidden' } } } })
    const hidden = await post(app, 'auth.register', ada, { 'sec-fetch-site': 'cross-site' })
    expect(hidden.status).toBe(403)
    const friend = await post(app, 'auth.register', ada, { origin: 'https://friend.example' })
    expect(friend.headers.get('access-control-allow-origin')).toBe('https://friend.example')
    const own = await post(app, 'auth.login', { login: 'ada', password: ada.password }, { origin: app.url })
    expect(own.status).toBe(200)
    // What a link or an image of another page sends, with the cookies that a browser adds: it changes nothing.
    const cookie = cookiesOf(
      await post(app, 'auth.login', { login: 'ada', password: ada.password, transport: 'cookie' }),
    )
    const linked = await fetch(`${app.url}/trpc/auth.logout`, { headers: { cookie, 'sec-fetch-site': 'cross-site' } })
    expect(linked.status).toBe(405)
    expect((await fetch(`${app.url}/trpc/users.me`, { headers: { cookie } })).status).toBe(200)
  })
})
