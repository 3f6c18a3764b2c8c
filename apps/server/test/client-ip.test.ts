import { once } from 'node:events'
import { createTRPCClient, createWSClient, wsLink } from '@trpc/client'
import { networkOf } from '@parley/core/auth/network'
import type { AppRouter } from '@parley/router/root'
import { testApp, type TestApp } from '@parley/testkit/test-app'
import superjson from 'superjson'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'

const ada = { email: 'ada@example.com', username: 'ada', password: 'correct horse battery' }

/** Which address the server kept for who registers with this header, over HTTP and then logs in over ws. */
async function keptAddresses(app: TestApp, forwarded: string): Promise<(string | null)[]> {
  const headers = { 'x-forwarded-for': forwarded }
  await fetch(`${app.url}/trpc/auth.register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ json: ada }),
  })
  class Forwarded extends WebSocket {
    constructor(url: string) {
      super(url, { headers })
    }
  }
  const url = `${app.url.replace('http', 'ws')}/trpc`
  const client = createWSClient({ url, WebSocket: Forwarded as unknown as typeof globalThis.WebSocket })
  const trpc = createTRPCClient<AppRouter>({ links: [wsLink({ client, transformer: superjson })] })
  await trpc.auth.login.mutate({ login: 'ada', password: ada.password })
  const socket = client.connection?.ws as unknown as WebSocket
  const closed = once(socket, 'close')
  await client.close()
  await closed
  const rows = await app.database.db.selectFrom('sessions').select('ip').orderBy('created_at').execute()
  return rows.map((row) => row.ip)
}

test.each([
  ['false', '9.9.9.9', '127.0.0.1'],
  ['true', '9.9.9.9', '9.9.9.9'],
  ['true', '6.6.6.6, 9.9.9.9', '9.9.9.9'],
  ['2', '6.6.6.6, 9.9.9.9, 10.0.0.7', '9.9.9.9'],
  ['true', '9.9.9.9, <script>', '127.0.0.1'],
])('with TRUST_PROXY=%s and X-Forwarded-For: %s it is %s, over HTTP and ws', async (TRUST_PROXY, forwarded, kept) => {
  await using app = await testApp({ env: { TRUST_PROXY } })
  expect((await keptAddresses(app, forwarded)).map((ip) => ip && networkOf(ip))).toEqual([kept, kept])
})

test.each([
  ['::ffff:1.2.3.4', '1.2.3.4'],
  ['2001:db8:0:1::1', '2001:db8:0:1'],
  ['2001:0db8:0000:0001:ffff:0:0:9', '2001:db8:0:1'],
  ['::1', '0:0:0:0'],
])('%s is counted as %s', (ip, network) => {
  expect(networkOf(ip)).toBe(network)
})
