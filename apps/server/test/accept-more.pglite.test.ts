import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { once } from 'node:events'
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { acceptMore } from '../src/http/accept-more.js'

const silent = pino({ level: 'silent' })
const text = async (url: string) => (await fetch(url)).text()

test('connections are taken eight in a turn of the event loop, each served as by the server itself, until it closes', async () => {
  const server = createServer((_request, response) => response.end('served'))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const close = await acceptMore(server, silent)
  let taken = 0
  server.on('connection', () => taken++)

  const sockets = Array.from({ length: 40 }, () => connect(port, '127.0.0.1'))
  // They connect in the kernel, without a turn of this process.
  await new Promise<void>((resolve) => process.nextTick(resolve))
  const perTurn: number[] = []
  for (let before = 0; taken < sockets.length; before = taken) {
    await turn()
    perTurn.push(taken - before)
  }
  expect(Math.max(...perTurn)).toBe(8)
  for (const socket of sockets) socket.destroy()

  const url = `http://127.0.0.1:${port}`
  expect(await Promise.all(Array.from({ length: 10 }, () => text(url)))).toEqual(Array(10).fill('served'))
  await close()
  server.close()
  server.closeAllConnections()
  await expect(text(url)).rejects.toThrow()
})

test('who takes no more waits for what came by any of the handles', async () => {
  const waiting: (() => void)[] = []
  const server = createServer((_request, response) => waiting.push(() => response.end('served')))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const close = await acceptMore(server, silent)
  const asked = Promise.all(Array.from({ length: 16 }, () => text(`http://127.0.0.1:${port}`)))
  await expect.poll(() => waiting.length).toBe(16)

  let over = false
  const closed = close().then(() => (over = true))
  server.close()
  await sleep(50)
  expect(over).toBe(false)
  for (const answer of waiting) answer()
  expect(await asked).toEqual(Array(16).fill('served'))
  server.closeIdleConnections()
  await closed
})
