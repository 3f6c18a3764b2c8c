import { spawn } from 'node:child_process'
import { createServer, type Server } from 'node:net'

/** So many connections are taken in a turn of the event loop. */
const perTurn = 8
/** As many as the kernel allows wait to be taken. */
export const backlog = 4_096

/** How `node:http` takes its connections. */
const asHttp = { allowHalfOpen: true, noDelay: true }
const patienceMs = 5_000

/** Sends the handle back that it is sent, as often as it is told. A handle that travels is another one of the same socket. */
const echo = `process.on('message', (times, handle) => {
  for (let at = 0; at < times; at++) process.send(at, handle, { keepOpen: true })
})`

/**
 * Takes the connections of a listening server faster. libuv accepts one for each listening handle in a turn of the event
 * loop: after a restart, with turns of 10 ms, that is a hundred a second, and the kernel lets whoever finds the queue full wait
 * twice as long each time. So the socket gets more handles, by sending its own to another process and back; until
 * `reusePort` (Node 22.12) there is no other way to ask for them. Without them it is slower, and all else the same.
 * Returns how to close them.
 */
export async function acceptMore(server: Server): Promise<() => void> {
  const { _handle: handle } = server as unknown as { _handle: Server }
  const more: Server[] = []
  const child = spawn(process.execPath, ['-e', echo], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {},
    timeout: patienceMs,
  })
  await new Promise<void>((done) => {
    child.on('error', () => done())
    child.once('exit', () => done())
    child.on('message', (_at, sent: Server) => {
      const another = createServer(asHttp, (socket) => server.emit('connection', socket))
      more.push(another.on('error', () => {}).listen(sent, backlog))
      if (more.length === perTurn - 1) child.disconnect()
    })
    child.send(perTurn - 1, handle, { keepOpen: true }, () => {})
  })
  return () => {
    for (const one of more) one.close()
  }
}
