import type { AppRouter } from '@parley/router/root'
import { testApp } from '@parley/testkit/test-app'
import { createTRPCClient, createWSClient, httpBatchLink, splitLink, wsLink } from '@trpc/client'
import superjson from 'superjson'
import { expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'

/** A program by somebody who has read docs/contract.md and has the stock `@trpc/client`, and nothing else of ours. */
async function program(url: string) {
  let token = ''
  const headers = () => (token ? { authorization: `Bearer ${token}` } : {})
  const socket = createWSClient({
    url: `${url.replace('http', 'ws')}/trpc`,
    WebSocket: WebSocket as never,
    connectionParams: headers,
    lazy: { enabled: true, closeMs: 0 },
    retryDelayMs: () => 500,
  })
  const trpc = createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: ({ type }) => type === 'subscription',
        true: wsLink({ client: socket, transformer: superjson }),
        false: httpBatchLink({ url: `${url}/trpc`, headers, transformer: superjson }),
      }),
    ],
  })
  const got: string[] = []
  const heard = (what: string) => vi.waitUntil(() => got.includes(what), { timeout: 10_000 })
  const watch = (lastEventId?: string) =>
    trpc.messages.watch.subscribe(
      { roomId, lastEventId },
      { onData: ({ id, data }) => got.push(`${id} ${data.type === 'message' ? data.message.body : data.type}`) },
    )
  const say = async (body: string) =>
    (await trpc.messages.send.mutate({ roomId, clientId: crypto.randomUUID(), body })).message.id

  const person = { email: 'pat@example.com', username: 'pat', password: 'correct horse battery' }
  token = (await trpc.auth.register.mutate(person)).accessToken
  const { id: roomId } = await trpc.rooms.create.mutate({ kind: 'private', name: 'Ours' })
  const old = await say('old')
  const subscription = watch()
  await heard('1 ready')
  await trpc.messages.edit.mutate({ messageId: await say('hello'), body: 'hello there' })
  await heard('3 hello there')

  const before = got.length
  const { ws } = socket.connection as unknown as { ws: WebSocket }
  ws.terminate()
  await say('meanwhile')
  await trpc.messages.edit.mutate({ messageId: old, body: 'old, edited' })
  await heard('5 ready')
  const missed = got.slice(before)
  subscription.unsubscribe()

  got.length = 0
  const again = watch('3')
  await heard('5 ready')
  again.unsubscribe()
  await socket.close()
  return { missed, again: got }
}

test('a program that knows the contract and the stock client gets exactly what it missed', async () => {
  await using app = await testApp()
  const exactly = ['4 meanwhile', '5 old, edited', '5 ready']
  expect(await program(app.url)).toEqual({ missed: exactly, again: exactly })
})
