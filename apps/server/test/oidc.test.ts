import { disablePerson } from '@parley/core/auth/disabling'
import { createUser } from '@parley/core/auth/service'
import { connect } from '@parley/testkit/person'
import { testApp, type TestApp, type TestAppOptions } from '@parley/testkit/test-app'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserOf, type OidcBrowser } from './browser.js'
import { type Account, type Issuer, openIssuer, publicUrl } from '@parley/testkit/issuer'

const ada: Account = { sub: 'ada-1', email: 'ada@example.com', email_verified: true, name: 'Ada Lovelace' }
const password = 'correct horse battery'
const refused = { data: { appCode: 'unauthenticated' } }
const nobody = (app: TestApp) => connect(app.url, () => null).trpc

const callbacks = ['corp', 'club'].map((id) => `${publicUrl}/auth/oidc/${id}/callback`)
let [company, other]: Issuer[] = []

beforeAll(async () => {
  ;[company, other] = [await openIssuer(callbacks), await openIssuer(callbacks)]
})
afterAll(async () => {
  await company?.close()
  await other?.close()
})

/** A server that knows a company's issuer, and another one of the same kind. */
async function withIssuers(options: TestAppOptions = {}) {
  if (!company || !other) throw new Error('The issuers are not open.')
  const client = { clientId: 'parley', clientSecret: 'kept between the two' }
  const providers = [
    { id: 'corp', name: 'Corp', issuer: company.url, ...client },
    { id: 'club', issuer: other.url, ...client },
  ]
  const env = { PUBLIC_URL: publicUrl, OIDC_PROVIDERS: JSON.stringify(providers), ...options.env }
  const app = await testApp({ ...options, env })
  return {
    app,
    corp: company,
    browser: () => browserOf(app.url),
    [Symbol.asyncDispose]: () => app[Symbol.asyncDispose](),
  }
}
type World = Awaited<ReturnType<typeof withIssuers>>

/** The address that the issuer sends the browser back to. */
async function comeBack({ corp }: World, browser: OidcBrowser, as: Account, query = ''): Promise<URL> {
  const { location } = await browser.go(`/auth/oidc/corp${query}`)
  return new URL(await corp.agree(location, as))
}

/** The whole way; returns where it ends. */
async function logIn(world: World, browser: OidcBrowser, as: Account, query = ''): Promise<string> {
  return (await browser.go(await comeBack(world, browser, as, query))).location
}

const withParameter = (url: URL, name: string, value: string | null): URL => {
  const changed = new URL(url)
  if (value === null) changed.searchParams.delete(name)
  else changed.searchParams.set(name, value)
  return changed
}

describe('logging in by a provider', () => {
  test('makes a person of a proven address, and finds them again by issuer and subject', async () => {
    await using world = await withIssuers()
    const browser = world.browser()
    expect(await logIn(world, browser, ada, '?next=%2Fr%2Fsomewhere%3Fat%3D3')).toBe('/r/somewhere?at=3')
    const me = await browser.me()
    expect(me).toMatchObject({ ...pick(ada), username: 'ada', emailVerifiedAt: expect.any(Date) })
    const again = world.browser()
    await logIn(world, again, { ...ada, email: 'ada@elsewhere.example', name: 'Somebody Else' })
    expect(await again.me()).toEqual(me)
  })

  test('is offered by name, and is no secret', async () => {
    await using world = await withIssuers()
    expect(await nobody(world.app).auth.providers.query()).toEqual([
      { id: 'corp', name: 'Corp' },
      { id: 'club', name: 'club' },
    ])
    expect((await world.browser().go('/auth/oidc/other')).status).toBe(404)
  })

  test('sets cookies that scripts cannot read, and asks for a code with PKCE, state and nonce', async () => {
    await using world = await withIssuers()
    const browser = world.browser()
    const { location } = await browser.go('/auth/oidc/corp')
    expect(Object.fromEntries(new URL(location).searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      redirect_uri: `${publicUrl}/auth/oidc/corp/callback`,
    })
    const { setCookies } = await browser.go(new URL(await world.corp.agree(location, ada)))
    for (const kind of ['access', 'refresh'])
      expect(setCookies.find((line) => line.startsWith(`parley-${kind}=`))).toMatch(/HttpOnly; SameSite=Lax/)
    expect(setCookies.find((line) => line.startsWith('parley-oidc='))).toContain('Expires=Thu, 01 Jan 1970')
  })

  test('tells who said no that nothing was done', async () => {
    await using world = await withIssuers()
    const browser = world.browser()
    const { location } = await browser.go('/auth/oidc/corp')
    const state = new URL(location).searchParams.get('state') ?? ''
    const search = new URLSearchParams({ error: 'access_denied', state, iss: world.corp.url })
    const { location: page } = await browser.go(`/auth/oidc/corp/callback?${search.toString()}`)
    expect(page).toBe('/login?problem=cancelled')
  })

  test('of an issuer that does not answer comes to nothing', async () => {
    const dead = await openIssuer([])
    await dead.close()
    const provider = { id: 'dead', issuer: dead.url, clientId: 'x', clientSecret: 'y' }
    await using app = await testApp({ env: { OIDC_PROVIDERS: JSON.stringify([provider]) } })
    expect((await browserOf(app.url).go('/auth/oidc/dead')).location).toBe('/login?next=%2F&problem=failed')
  })

  test('does not open a disabled account', async () => {
    await using world = await withIssuers()
    const browser = world.browser()
    await logIn(world, browser, ada)
    await disablePerson(world.app.database.db, 'ada')
    const again = world.browser()
    expect(await logIn(world, again, ada)).toBe('/login?problem=failed')
    await expect(again.me()).rejects.toMatchObject(refused)
  })
})

const pick = ({ email, name: displayName }: Account) => ({ email, displayName })

describe('an answer that does not fit is refused', () => {
  async function attack(change: (back: URL, world: World, browser: OidcBrowser) => URL | Promise<URL>) {
    await using world = await withIssuers()
    const browser = world.browser()
    const back = await comeBack(world, browser, ada)
    const { location, setCookies } = await browser.go(await change(back, world, browser))
    expect(setCookies.some((line) => /^parley-(access|refresh)=/.test(line))).toBe(false)
    await expect(browser.me()).rejects.toMatchObject(refused)
    expect(await world.app.database.db.selectFrom('users').select('id').execute()).toEqual([])
    return location
  }

  test.each([
    ['another state', 'state', 'made-up'],
    ['no state', 'state', null],
    ['another issuer by its name', 'iss', 'https://issuer.example'],
    ['no issuer', 'iss', null],
    ['another code', 'code', 'made-up'],
    ['no code', 'code', null],
  ])('%s', async (_what, name, value) => {
    expect(await attack((back) => withParameter(back, name, value))).toBe('/login?problem=failed')
  })

  test('in a browser that did not ask', async () => {
    expect(await attack((back, _world, browser) => (browser.forget('parley-oidc'), back))).toBe(
      '/login?problem=expired',
    )
  })

  test('with a cookie that was made up', async () => {
    const location = await attack((back, _world, browser) => {
      browser.keep('parley-oidc', 'eyJhbGciOiJub25lIn0.e30.')
      return back
    })
    expect(location).toBe('/login?problem=expired')
  })

  test('from another provider than was asked (mix-up)', async () => {
    const location = await attack((back) => new URL(back.href.replace('/corp/', '/club/')))
    expect(location).toBe('/login?problem=failed')
  })

  test('with the code of another log-in', async () => {
    const location = await attack(async (_back, world, browser) => {
      const stolen = await comeBack(world, world.browser(), { ...ada, sub: 'mallory' })
      const mine = await comeBack(world, browser, ada)
      return withParameter(mine, 'code', stolen.searchParams.get('code'))
    })
    expect(location).toBe('/login?problem=failed')
  })

  test('with another nonce', async () => {
    await using world = await withIssuers()
    const browser = world.browser()
    const { location } = await browser.go('/auth/oidc/corp')
    const back = await world.corp.agree(withParameter(new URL(location), 'nonce', 'n'.repeat(43)).href, ada)
    expect((await browser.go(new URL(back))).location).toBe('/login?problem=failed')
    await expect(browser.me()).rejects.toMatchObject(refused)
  })

  test('a second time, with its cookie still there', async () => {
    await using world = await withIssuers()
    const browser = world.browser()
    const back = await comeBack(world, browser, ada)
    const kept = browser.cookie('parley-oidc')
    expect((await browser.go(back)).location).toBe('/')
    const thief = world.browser()
    thief.keep('parley-oidc', kept)
    expect((await thief.go(back)).location).toBe('/login?problem=failed')
    await expect(thief.me()).rejects.toMatchObject(refused)
  })
})

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/..//evil.example',
  'javascript:alert(1)',
  'evil.example',
])('never leads to another server: next=%j', async (next) => {
  await using world = await withIssuers()
  expect(await logIn(world, world.browser(), ada, `?next=${encodeURIComponent(next)}`)).toBe('/')
})

describe('an address that a provider tells', () => {
  test('leads to nobody’s account: who has it links the provider themselves', async () => {
    await using world = await withIssuers()
    const { devCode: code = '' } = await nobody(world.app).auth.requestCode.mutate({ email: ada.email ?? '' })
    const owner = await nobody(world.app).auth.verifyCode.mutate({ email: ada.email ?? '', code })
    const stranger = world.browser()
    expect(await logIn(world, stranger, ada)).toBe('/login?problem=taken')
    await expect(stranger.me()).rejects.toMatchObject(refused)

    const browser = world.browser()
    browser.keep('parley-access', owner.accessToken)
    expect(await logIn(world, browser, ada, '?next=/settings')).toBe('/settings')
    expect(await browser.linked()).toMatchObject([{ id: 'corp', name: 'Corp' }])
    await logIn(world, stranger, ada)
    expect((await stranger.me()).id).toBe(owner.user.id)
  })

  test('is its first proof: what was set before by whoever registered with it goes', async () => {
    await using world = await withIssuers()
    const thief = await nobody(world.app).auth.register.mutate({ email: ada.email ?? '', username: 'thief', password })
    const browser = world.browser()
    await logIn(world, browser, ada)
    expect((await browser.me()).id).toBe(thief.user.id)
    await expect(connect(world.app.url, () => thief.accessToken).trpc.users.me.query()).rejects.toMatchObject(refused)
    await expect(nobody(world.app).auth.login.mutate({ login: 'thief', password })).rejects.toMatchObject(refused)
  })

  test('and has not proven itself proves nothing, and takes nobody’s', async () => {
    await using world = await withIssuers()
    await nobody(world.app).auth.register.mutate({ email: ada.email ?? '', username: 'ada', password })
    expect(await logIn(world, world.browser(), { ...ada, email_verified: false })).toBe('/login?problem=taken')
    const bob = world.browser()
    await logIn(world, bob, { sub: 'bob', email: 'bob@example.com', email_verified: false })
    expect(await bob.me()).toMatchObject({ emailVerifiedAt: null })
  })

  test('of somebody else, not proven, is the owner’s as soon as they prove it: the provider opens it no more', async () => {
    await using world = await withIssuers()
    const thief = { sub: 'thief', email: 'ada@example.com', email_verified: false }
    await logIn(world, world.browser(), thief)
    const { devCode: code = '' } = await nobody(world.app).auth.requestCode.mutate({ email: thief.email })
    await nobody(world.app).auth.verifyCode.mutate({ email: thief.email, code })
    expect(await logIn(world, world.browser(), thief)).toBe('/login?problem=taken')
  })
})

describe('linking', () => {
  test('is for who is logged in; who is not is sent to log in first', async () => {
    await using world = await withIssuers()
    expect((await world.browser().go('/auth/oidc/corp?link&next=/settings')).location).toBe('/login?next=%2Fsettings')
  })

  test('cannot be begun by a page elsewhere', async () => {
    await using world = await withIssuers()
    const alice = await world.app.person('alice')
    const browser = world.browser()
    browser.keep('parley-access', alice.session.accessToken)
    const { location, setCookies } = await browser.go('/auth/oidc/corp', { 'sec-fetch-site': 'cross-site' })
    expect([location, setCookies]).toEqual(['/', []])
  })

  test('is refused to another session than it was begun in', async () => {
    await using world = await withIssuers()
    const [alice, bob] = [await world.app.person('alice'), await world.app.person('bob')]
    const browser = world.browser()
    browser.keep('parley-access', alice.session.accessToken)
    const back = await comeBack(world, browser, ada)
    browser.keep('parley-access', bob.session.accessToken)
    expect((await browser.go(back)).location).toBe('/?problem=expired')
    expect(await browser.linked()).toEqual([])
  })

  test('takes no account that is somebody else’s here, and is undone by unlinking', async () => {
    await using world = await withIssuers()
    const first = world.browser()
    await logIn(world, first, ada)
    const bob = await world.app.person('bob')
    const browser = world.browser()
    browser.keep('parley-access', bob.session.accessToken)
    expect(await logIn(world, browser, ada)).toBe('/?problem=unlinkable')
    await logIn(world, browser, { sub: 'bob' })
    await bob.trpc.auth.unlinkProvider.mutate({ provider: 'corp' })
    expect(await bob.trpc.auth.linkedProviders.query()).toEqual([])
    await expect(bob.trpc.auth.unlinkProvider.mutate({ provider: 'corp' })).rejects.toMatchObject({
      data: { appCode: 'not_found' },
    })
  })

  test('stays where it is the only way in', async () => {
    await using world = await withIssuers()
    const browser = world.browser()
    await logIn(world, browser, ada)
    const { trpc } = connect(world.app.url, () => browser.cookie('parley-access'))
    const unlinking = trpc.auth.unlinkProvider.mutate({ provider: 'corp' })
    await expect(unlinking).rejects.toMatchObject({ data: { appCode: 'conflict' } })
  })
})

describe('where sign-up is not open', () => {
  test('closed: a provider makes nobody', async () => {
    await using world = await withIssuers({ env: { SIGNUP: 'closed' } })
    expect(await logIn(world, world.browser(), ada)).toBe('/login?problem=closed')
  })

  test('by invitation: who shows one that works joins its room, and who does not is nobody', async () => {
    await using world = await withIssuers({ env: { SIGNUP: 'invite' } })
    await createUser(world.app.database.db, { email: 'host@example.com', username: 'host', password })
    const { accessToken } = await nobody(world.app).auth.login.mutate({ login: 'host', password })
    const host = connect(world.app.url, () => accessToken).trpc
    const { id: roomId } = await host.rooms.create.mutate({ kind: 'private', name: 'Friends' })
    const { code } = await host.rooms.createInvite.mutate({ roomId, maxUses: 1 })
    const browser = world.browser()
    expect(await logIn(world, browser, ada)).toBe('/login?problem=closed')
    expect(await logIn(world, browser, ada, `?invite=${code}`)).toBe('/')
    const { items } = await host.rooms.members.query({ roomId })
    expect(items.map(({ user }) => user.username)).toEqual(['host', 'ada'])
    expect(await logIn(world, world.browser(), { sub: 'bob', email: 'bob@example.com' }, `?invite=${code}`)).toBe(
      '/login?problem=closed',
    )
    expect(await logIn(world, world.browser(), ada)).toBe('/')
  })
})
