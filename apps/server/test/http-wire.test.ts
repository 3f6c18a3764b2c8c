import type { Person } from '@parley/testkit/person'
import { testApp } from '@parley/testkit/test-app'
import { createTRPCClient, httpBatchLink, httpLink } from '@trpc/client'
import type { AppRouter } from '@parley/router/root'
import superjson from 'superjson'
import { expect, test } from 'vitest'
import { serveByStockAdapter } from './stock-adapter.js'

interface Asked {
  path: string
  method?: string
  headers?: Record<string, string>
  body?: string
}

const json = { 'content-type': 'application/json' }
const input = (value: unknown) => `input=${encodeURIComponent(JSON.stringify(value))}`
const get = (path: string, value?: unknown): Asked => ({
  path: value === undefined ? path : `${path}?${input({ json: value })}`,
})
const post = (path: string, value?: unknown, headers = json): Asked => ({
  path,
  method: 'POST',
  headers,
  ...(value !== undefined && { body: JSON.stringify(value) }),
})
const getBatch = (paths: string[], inputs: object): Asked => ({ path: `${paths.join(',')}?batch=1&${input(inputs)}` })
const postBatch = (paths: string[], inputs: object): Asked => post(`${paths.join(',')}?batch=1`, inputs)

/** What a client can tell an answer by; without what is another one every time. */
async function ask(url: string, { path, ...request }: Asked, token: string | null) {
  const authorization: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
  const response = await fetch(`${url}/trpc/${path}`, { ...request, headers: { ...request.headers, ...authorization } })
  const body = (await response.text())
    .replaceAll(/"requestId":"[^"]*"/g, '"requestId":"…"')
    .replaceAll(/"(time|expiresAt|lastSeenAt)":"[^"]*"/g, '"$1":"…"')
    .replaceAll(/"retryAfterMs":\d+/g, '"retryAfterMs":"…"')
    .replaceAll(/"accessToken":"[^"]*"/g, '"accessToken":"…"')
  const named = ['content-type', 'cache-control', 'vary', 'retry-after', 'allow']
  const headers = Object.fromEntries(named.map((name) => [name, response.headers.get(name)]))
  const cookies = response.headers.getSetCookie().map((line) => line.replace(/=[^;]+/, '=…'))
  return { status: response.status, headers, cookies, body }
}

/** Every kind of request a client can make, good and bad. */
function requests({ user }: Person, room: string): Record<string, Asked> {
  const clientId = '6f1f3c5e-8f1c-4b53-9d0a-0f5b1a2c3d4e'
  const nowhere = { roomId: clientId }
  const login = { login: user.username, password: 'correct horse battery', transport: 'cookie' }
  return {
    'a query': get('users.me'),
    'a query with input': get('messages.list', { roomId: room }),
    'a query with an empty input': { path: 'health.ping?input=' },
    'a mutation': post('typing.set', { json: { roomId: room, typing: false } }),
    'a mutation that sets cookies': post('auth.login', { json: login }),
    'a mutation with a charset': post(
      'presence.set',
      { json: { status: 'idle' } },
      { 'content-type': 'Application/JSON; charset=utf-8' },
    ),
    'a room that is not there': get('rooms.byId', nowhere),
    'input that does not fit': get('rooms.byId', { roomId: 'x' }),
    'no input': get('rooms.byId'),
    'a wrong password': post('auth.login', { json: { ...login, password: 'wrong' } }),
    'a message over the limit': post('messages.send', { json: { roomId: room, clientId, body: 'two' } }),
    'no such procedure': get('rooms.nothing'),
    'a name of every object': get('toString'),
    'a query by POST': post('users.me', { json: null }),
    'a mutation by GET': get('typing.set', { roomId: room, typing: false }),
    PUT: { path: 'users.me', method: 'PUT', headers: json, body: '{}' },
    'JSON that is none': { ...post('typing.set'), body: '{"json":' },
    'JSON that superjson cannot read': post('typing.set', null),
    'an empty body': post('auth.refresh'),
    'a form': {
      path: 'typing.set',
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: '--x--',
    },
    'connection parameters that are none': { path: 'users.me?connectionParams=1' },
    'a path that is escaped twice': { path: 'users%252Eme' },
    'a path that cannot be read': { path: 'users.%25E0' },
    'a batch': getBatch(['users.me', 'rooms.list'], { 1: { json: { limit: 5 } } }),
    'a batch of one': getBatch(['users.me'], {}),
    'a batch without inputs': { path: 'health.ping,users.me?batch=1' },
    'a batch with mixed results': getBatch(['users.me', 'rooms.byId', 'rooms.byId'], {
      1: { json: nowhere },
      2: { json: 7 },
    }),
    'a batch with one failure of one kind': getBatch(['rooms.byId', 'rooms.byId'], {
      0: { json: nowhere },
      1: { json: nowhere },
    }),
    'a batch with a name that is not there': getBatch(['users.me', 'no.such'], {}),
    'a batch of mutations': postBatch(['typing.set', 'presence.set'], {
      0: { json: { roomId: room, typing: false } },
      1: { json: { status: 'dnd' } },
    }),
    'a batch of queries and mutations': postBatch(['users.me', 'presence.set'], { 1: { json: { status: 'dnd' } } }),
    'a batch over its limit': getBatch(
      Array.from({ length: 21 }, () => 'health.ping'),
      {},
    ),
    'a batch whose inputs are a list': { path: `health.ping?batch=1&${input([1])}` },
    'a batch as a stream': {
      ...getBatch(['users.me', 'health.ping'], {}),
      headers: { 'trpc-accept': 'application/jsonl' },
    },
    HEAD: { path: 'users.me', method: 'HEAD' },
  }
}

test('every answer is to the byte what the stock adapter gives', async () => {
  await using app = await testApp({ env: { MESSAGE_RATE: '1/10s', MUTE_SECONDS: '60' } })
  await using stock = await serveByStockAdapter(app.deps)
  const { alice, room } = await app.twoMembers()
  await alice.say(room, 'one')
  await alice.say(room, 'and over the limit').catch(() => {})
  for (const token of [alice.session.accessToken, null, 'not a token'])
    for (const [what, asked] of Object.entries(requests(alice, room)))
      expect({ what, ...(await ask(app.url, asked, token)) }).toEqual({ what, ...(await ask(stock.url, asked, token)) })
})

test.each([
  ['httpLink', httpLink],
  ['httpBatchLink', httpBatchLink],
])('tRPC’s own %s calls, is refused, and gives up', async (_name, link) => {
  await using app = await testApp()
  const { alice, room } = await app.twoMembers()
  const headers = { authorization: `Bearer ${alice.session.accessToken}` }
  const trpc = createTRPCClient<AppRouter>({
    links: [link({ url: `${app.url}/trpc`, headers, transformer: superjson })],
  })
  const [me, list, missing] = await Promise.allSettled([
    trpc.users.me.query(),
    trpc.rooms.list.query(),
    trpc.rooms.byId.query({ roomId: crypto.randomUUID() }),
  ])
  expect(me).toMatchObject({ value: { id: alice.user.id, createdAt: expect.any(Date) } })
  expect(list).toMatchObject({ value: { items: [{ id: room }] } })
  expect(missing).toMatchObject({ reason: { data: { appCode: 'not_found', httpStatus: 404, path: 'rooms.byId' } } })
  const given = new AbortController()
  const giving = trpc.auth.login.mutate({ login: 'alice', password: 'correct horse battery' }, { signal: given.signal })
  given.abort()
  await expect(giving).rejects.toThrow(/abort/i)
  expect(await trpc.health.ping.query()).toMatchObject({ ok: true })
})
