import { createLog } from '@parley/server/log'
import { connect } from '@parley/testkit/person'
import { testApp, type TestApp } from '@parley/testkit/test-app'
import { describe, expect, test } from 'vitest'
import { openMailbox } from './mailbox.js'

const password = 'correct horse battery'
const nobody = (app: TestApp) => connect(app.url, () => null).trpc

const post = (app: TestApp, path: string, body: unknown) =>
  fetch(`${app.url}/trpc/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

describe('an input', () => {
  test('sets nothing that it is not asked for', async () => {
    await using app = await testApp()
    const more = {
      id: '00000000-0000-4000-8000-000000000000',
      isAdmin: true,
      is_admin: true,
      emailVerifiedAt: '2026-01-01',
    }
    await post(app, 'auth.register', { json: { email: 'a@example.com', username: 'ada', password, ...more } })
    const row = await app.database.db.selectFrom('users').selectAll().executeTakeFirstOrThrow()
    expect(row).toMatchObject({ username: 'ada', is_admin: false, email_verified_at: null })
    expect(row.id).not.toBe(more.id)
    const bob = await app.person('bob')
    await fetch(`${app.url}/trpc/users.update`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${bob.session.accessToken}` },
      body: JSON.stringify({ json: { statusText: 'here', email: 'b@example.com', username: 'root', ...more } }),
    })
    expect(await bob.trpc.users.me.query()).toEqual({ ...bob.user, statusText: 'here' })
  })

  test.each([
    ['a prototype in its values', { values: { '__proto__.polluted': ['Date'] } }],
    ['a constructor in its values', { values: { 'constructor.prototype.polluted': ['Date'] } }],
    ['a prototype in its references', { referentialEqualities: { login: ['__proto__.polluted'] } }],
  ])('cannot reach the objects of everybody by %s', async (_what, meta) => {
    await using app = await testApp()
    const response = await post(app, 'auth.login', { json: { login: 'x', password: 'y' }, meta })
    expect(response.status).toBeLessThan(500)
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
    expect(await nobody(app).health.ping.query()).toMatchObject({ ok: true })
  })

  test('that is nested without end, or too large, is refused and nothing breaks', async () => {
    await using app = await testApp()
    const deep = `{"json":${'['.repeat(50_000)}${']'.repeat(50_000)}}`
    const nested = await post(app, 'auth.login', deep)
    expect(nested.status).toBe(400)
    const large = await post(app, 'auth.login', { json: { login: 'x'.repeat(300 * 1024), password } })
    expect(large.status).toBe(413)
    const told = { appCode: 'too_large', httpStatus: 413, path: 'auth.login', requestId: expect.any(String) as string }
    expect(await large.json()).toMatchObject({ error: { json: { data: told } } })
    const form = await fetch(`${app.url}/trpc/auth.login`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'login=x',
    })
    expect(await form.json()).toMatchObject({ error: { json: { data: { appCode: 'invalid', httpStatus: 415 } } } })
    expect(await nobody(app).health.ping.query()).toMatchObject({ ok: true })
  })
})

test.each(['login', 'requestCode', 'requestReset'] as const)(
  'auth.%s does the same work for somebody as for nobody: time tells no more than the answer',
  async (procedure) => {
    await using app = await testApp()
    await app.person('alice')
    const ask = (name: string) =>
      procedure === 'login'
        ? nobody(app)
            .auth.login.mutate({ login: name, password: 'a wrong guess entirely' })
            .catch(() => {})
        : nobody(app).auth[procedure].mutate({ email: `${name}@example.com` })
    // What is done once only is done by now.
    await ask('warm-up')
    const ofSomebody = await app.statementsOf(() => ask('alice'))
    const ofNobody = await app.statementsOf(() => ask('nobody'))
    expect(ofSomebody.map(({ sql }) => sql)).toEqual(ofNobody.map(({ sql }) => sql))
    expect(ofSomebody.length).toBeGreaterThan(0)
  },
)

test('nobody is told how the server fares', async () => {
  await using app = await testApp()
  const asked: Record<string, string>[] = [{}, { accept: 'text/plain' }, { 'x-forwarded-for': '127.0.0.1' }]
  for (const headers of asked) expect((await fetch(`${app.url}/metrics`, { headers })).status).toBe(404)
})

test('no password, token, code or secret is in the log, whatever is called and however it goes', async () => {
  const lines: string[] = []
  const log = createLog('trace', { write: (line) => void lines.push(line) })
  await using mailbox = await openMailbox()
  await using app = await testApp({ log, env: { SMTP_URL: mailbox.url } })
  const alice = await app.person('alice')
  const email = 'alice@example.com'
  const { token } = await alice.trpc.auth.createToken.mutate({ name: 'x', scopes: ['users:read'] })
  const { secret } = await alice.trpc.auth.setupTotp.mutate()
  await connect(app.url, () => token).trpc.users.me.query()
  await nobody(app).auth.requestReset.mutate({ email })
  const reset = (await mailbox.next()).text?.match(/#(\S+)/)?.[1] ?? ''
  await nobody(app).auth.requestCode.mutate({ email })
  const code = (await mailbox.next(1)).text?.slice(0, 6) ?? ''
  const wrong = 'a wrong guess entirely'
  const calls = [
    () => nobody(app).auth.login.mutate({ login: 'alice', password: wrong }),
    () => post(app, 'auth.login', { json: { login: 'alice', password: [wrong] } }),
    () => post(app, 'auth.login', `{"json":{"login":"alice","password":"${wrong}"`),
    () => fetch(`${app.url}/trpc/users.me`, { headers: { cookie: `parley-access=${alice.session.accessToken}` } }),
    () => fetch(`${app.url}/auth/oidc/x/callback?code=${reset}&state=${reset}`),
    () => alice.trpc.auth.changePassword.mutate({ currentPassword: wrong, newPassword: `${wrong} 2` }),
    () => nobody(app).auth.refresh.mutate({ refreshToken: alice.session.refreshToken }),
    () => nobody(app).auth.verifyCode.mutate({ email, code }),
    () => nobody(app).auth.resetPassword.mutate({ token: reset, password: `${wrong} 3` }),
    () => alice.watch(crypto.randomUUID()).failed(),
  ]
  for (const call of calls) await call().catch(() => {})
  const written = lines.join('')
  expect(lines.length).toBeGreaterThan(10)
  const { accessToken, refreshToken } = alice.session
  const secrets = { password, wrong, accessToken, refreshToken, token, secret, reset, code: `"${code}"` }
  const told = Object.entries(secrets).filter(([, value]) => !value || written.includes(value))
  expect(told.map(([name]) => name)).toEqual([])
})
