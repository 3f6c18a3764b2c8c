import { connect } from '@parley/testkit/person'
import { collect } from '@parley/testkit/collected'
import { movableClock, testApp, type TestApp } from '@parley/testkit/test-app'
import { v7 as newId } from 'uuid'
import { describe, expect, test } from 'vitest'
import { openStream } from './event-stream.js'

const refused = { data: { appCode: 'unauthenticated' } }
const forbidden = { data: { appCode: 'forbidden' } }
const as = (app: TestApp, token: string) => connect(app.url, () => token)

/** Two in a room, and a token of the first that may read. */
async function withReader() {
  const app = await testApp()
  const { alice, bob, room } = await app.twoMembers()
  const made = await alice.trpc.auth.createToken.mutate({ name: 'reader', scopes: ['messages:read', 'rooms:read'] })
  return { app, alice, bob, room, ...made, [Symbol.asyncDispose]: () => app[Symbol.asyncDispose]() }
}

describe('an API token', () => {
  test('is shown once and kept as a hash, and listed without it', async () => {
    await using world = await withReader()
    expect(world.token).toMatch(/^parley_[\w-]{43}$/)
    const listed = await world.alice.trpc.auth.listTokens.query()
    expect(listed).toMatchObject([
      { id: world.id, name: 'reader', scopes: ['messages:read', 'rooms:read'], lastUsedAt: null, expiresAt: null },
    ])
    const rows = await world.app.database.db.selectFrom('api_tokens').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(world.token.slice(7))
    expect(await world.bob.trpc.auth.listTokens.query()).toEqual([])
  })

  test('may do what its scopes say and nothing else', async () => {
    await using world = await withReader()
    const { trpc } = as(world.app, world.token)
    expect(await trpc.messages.list.query({ roomId: world.room })).toMatchObject({ items: [] })
    const sending = trpc.messages.send.mutate({ roomId: world.room, clientId: newId(), body: 'hi' })
    await expect(sending).rejects.toMatchObject(forbidden)
    await expect(trpc.users.me.query()).rejects.toMatchObject(forbidden)
    const [listed] = await world.alice.trpc.auth.listTokens.query()
    expect(listed?.lastUsedAt).toBeInstanceOf(Date)
  })

  test('runs no room, deletes nothing of others and revokes nobody’s invitation without rooms:moderate', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const { scopes: all } = await import('@parley/contract/api-tokens')
    const tokenOf = async (scopes: string[]) =>
      as(app, (await alice.trpc.auth.createToken.mutate({ name: 'x', scopes })).token).trpc
    const plain = await tokenOf(all.filter((scope) => scope !== 'rooms:moderate'))
    const [mine] = await alice.say(room, 'mine')
    const [theirs] = await bob.say(room, 'theirs')
    const { id: inviteId } = await bob.trpc.rooms.createInvite.mutate({ roomId: room })
    const target = { roomId: room, userId: bob.user.id }
    const acts = (trpc: typeof plain) => [
      () => trpc.messages.delete.mutate({ messageId: theirs?.id ?? '' }),
      () => trpc.rooms.revokeInvite.mutate({ inviteId }),
      () => trpc.rooms.setRole.mutate({ ...target, role: 'admin' }),
      () => trpc.rooms.ban.mutate(target),
    ]
    for (const act of acts(plain)) await expect(act()).rejects.toMatchObject(forbidden)
    expect(await plain.messages.delete.mutate({ messageId: mine?.id ?? '' })).toMatchObject({ body: '' })
    for (const act of acts(await tokenOf([...all]))) await act()
  })

  test('may do no more over ws, where sending has a way of its own', async () => {
    await using world = await withReader()
    const { trpc, socket } = as(world.app, world.token)
    const overWs = { context: { ws: true } }
    // That way opens once the socket is known: the first call still goes the long one.
    expect(await trpc.messages.list.query({ roomId: world.room }, overWs)).toMatchObject({ items: [] })
    const sending = trpc.messages.send.mutate({ roomId: world.room, clientId: newId(), body: 'hi' }, overWs)
    await expect(sending).rejects.toMatchObject(forbidden)
    await socket.close()
  })

  test('cannot make more of itself: no token of tokens, no session, no credential', async () => {
    await using world = await withReader()
    const { scopes } = await import('@parley/contract/api-tokens')
    const { token } = await world.alice.trpc.auth.createToken.mutate({ name: 'all', scopes: [...scopes] })
    const { trpc } = as(world.app, token)
    await expect(trpc.auth.createToken.mutate({ name: 'more', scopes: ['users:read'] })).rejects.toMatchObject(
      forbidden,
    )
    await expect(trpc.auth.listTokens.query()).rejects.toMatchObject(forbidden)
    await expect(trpc.auth.revokeToken.mutate({ id: world.id })).rejects.toMatchObject(forbidden)
    await expect(trpc.auth.sessions.query()).rejects.toMatchObject(forbidden)
    await expect(trpc.auth.logout.mutate({ everywhere: true })).rejects.toMatchObject(forbidden)
    await expect(trpc.auth.refresh.mutate({ refreshToken: token })).rejects.toMatchObject(refused)
  })

  test('sees no room that its person does not see', async () => {
    await using world = await withReader()
    const carol = await world.app.person('carol')
    const { token } = await carol.trpc.auth.createToken.mutate({ name: 'x', scopes: ['messages:read'] })
    await expect(as(world.app, token).trpc.messages.list.query({ roomId: world.room })).rejects.toMatchObject(forbidden)
  })

  test('is good until it expires', async () => {
    const clock = movableClock()
    await using app = await testApp({ clock })
    const alice = await app.person('alice')
    const make = (ms: number) =>
      alice.trpc.auth.createToken.mutate({ name: 'x', scopes: ['users:read'], expiresAt: new Date(clock.now() + ms) })
    await expect(make(-1)).rejects.toMatchObject({ data: { appCode: 'invalid' } })
    const { token } = await make(60_000)
    expect(await as(app, token).trpc.users.me.query()).toMatchObject({ username: 'alice' })
    clock.advance(60_000)
    await expect(as(app, token).trpc.users.me.query()).rejects.toMatchObject(refused)
  })

  test('asks for scopes that exist', async () => {
    await using app = await testApp()
    const alice = await app.person('alice')
    const making = alice.trpc.auth.createToken.mutate({ name: 'x', scopes: ['everything'] })
    await expect(making).rejects.toMatchObject({ data: { appCode: 'invalid', details: [{ path: ['scopes', 0] }] } })
  })

  test('that was made up is none', async () => {
    await using app = await testApp()
    await expect(as(app, 'parley_x').trpc.users.me.query()).rejects.toMatchObject(refused)
  })
})

describe('revoking an API token', () => {
  test('ends its feed over ws, its socket and its event stream within a second', async () => {
    await using world = await withReader()
    const { trpc, socket } = as(world.app, world.token)
    const seen = collect((handlers) =>
      trpc.messages.watch.subscribe(
        { roomId: world.room },
        { ...handlers, onData: ({ data }) => handlers.onData(data) },
      ),
    )
    await seen.take(1)
    const headers = { authorization: `Bearer ${world.token}` }
    const stream = await openStream(world.app.url, 'messages.watch', { roomId: world.room }, headers)
    await stream.next()
    const closed = new Promise<number>((resolve) =>
      socket.connection?.ws.addEventListener('close', ({ code }) => resolve(code)),
    )
    const from = performance.now()
    await world.alice.trpc.auth.revokeToken.mutate({ id: world.id })
    expect(await closed).toBe(4401)
    expect(await stream.next()).toMatchObject({ event: 'serialized-error', data: { json: refused } })
    expect(performance.now() - from).toBeLessThan(1_000)
    stream.close()
    await world.bob.say(world.room, 'not for the token')
    expect(await seen.failed()).toMatchObject(refused)
    expect(JSON.stringify(seen.items)).not.toContain('not for the token')
    await expect(trpc.messages.list.query({ roomId: world.room })).rejects.toMatchObject(refused)
    await socket.close()
  })

  test('is for its own person alone', async () => {
    await using world = await withReader()
    const missing = { data: { appCode: 'not_found' } }
    await expect(world.bob.trpc.auth.revokeToken.mutate({ id: world.id })).rejects.toMatchObject(missing)
    expect(await as(world.app, world.token).trpc.rooms.list.query()).toMatchObject({ items: [{ id: world.room }] })
  })
})
