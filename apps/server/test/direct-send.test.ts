import { type TestApp, testApp } from '@parley/testkit/test-app'
import { v4 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'

/** A socket that shows the very bytes. */
async function rawSocket(app: TestApp, accessToken: string) {
  const socket = new WebSocket(`${app.url.replace('http', 'ws')}/trpc?connectionParams=1`)
  const answers: string[] = []
  let wake = () => {}
  socket.on('message', (data: Buffer) => {
    answers.push(data.toString())
    wake()
  })
  await new Promise((resolve) => socket.once('open', resolve))
  const ask = async (message: unknown): Promise<string> => {
    socket.send(JSON.stringify(message))
    while (answers.length === 0) await new Promise<void>((resolve) => (wake = resolve))
    return answers.shift() ?? ''
  }
  socket.send(JSON.stringify({ method: 'connectionParams', data: { authorization: `Bearer ${accessToken}` } }))
  // Once anything was answered, the socket's context is there, and single sends are answered directly.
  await ask({ id: 0, method: 'query', params: { path: 'rooms.list', input: { json: {} } } })
  return { ask, close: () => socket.close() }
}

test('a send that is answered directly gets the bytes that the stock adapter sends', async () => {
  await using app = await testApp()
  const { alice, room } = await app.twoMembers()
  const { ask, close } = await rawSocket(app, alice.session.accessToken)
  const fine = { roomId: room, clientId: uuid(), body: '“fine” 👩‍👩‍👧‍👦' }
  const inputs = [
    fine,
    { ...fine, clientId: uuid(), replyToId: uuid() },
    { ...fine, roomId: uuid() },
    { ...fine, body: '' },
    { ...fine, also: 'unknown' },
    {},
    null,
  ]
  await ask(toCall(fine))
  for (const input of inputs) {
    const direct = await ask(toCall(input))
    // The adapter alone answers batches.
    const stock = await ask([toCall(input)])
    expect(direct).toBe(stock)
    expect(direct).toContain('"id":7')
  }
  close()
})

test('an answer names the kind of id and of protocol that the call came with', async () => {
  await using app = await testApp()
  const { alice, room } = await app.twoMembers()
  const { ask, close } = await rawSocket(app, alice.session.accessToken)
  for (const call of [{ id: 'seven' }, { id: 7 }, { id: 7, jsonrpc: '2.0' }, { id: 7, jsonrpc: '1.0' }, { id: null }]) {
    const send = { ...toCall({ roomId: room, clientId: uuid(), body: 'hello' }), ...call }
    const direct = await ask(send)
    const stock = await ask([send])
    expect(direct.replace('"duplicate":false', '"duplicate":true')).toBe(stock)
  }
  close()
})

const toCall = (json: unknown) => ({ id: 7, method: 'mutation', params: { path: 'messages.send', input: { json } } })
