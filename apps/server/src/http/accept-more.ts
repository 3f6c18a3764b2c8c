import { type SendHandle, spawn } from 'node:child_process'
import { createServer, type Server } from 'node:net'
import type { Logger } from 'pino'

/** So many connections are taken in a turn of the event loop. */
const perTurn = 8
/** So many wait to be taken, unless the system allows fewer (`somaxconn`). */
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
 * Returns how to take no more by them, which waits until the connections that came by them are over.
 */
export async function acceptMore(server: Server, log: Logger): Promise<() => Promise<void>> {
  const more: Server[] = []
  try {
    await takeHandles(server, (handle) => {
      const another = createServer(asHttp, (socket) => server.emit('connection', socket))
      return more.push(another.on('error', () => {}).listen(handle, backlog)) === perTurn - 1
    })
  } catch (error) {
    log.warn({ err: error }, 'no more handles to listen with')
  }
  if (more.length < perTurn - 1) log.warn({ handles: more.length + 1 }, 'who comes in a crowd is let in more slowly')
  const closed = (one: Server) => new Promise<void>((done) => one.close(() => done()))
  return async () => void (await Promise.all(more.map(closed)))
}

/** Gives `take` more handles of what the server listens to, until it says that they are enough. */
function takeHandles(server: Server, take: (handle: SendHandle) => boolean): Promise<void> {
  const { _handle: own } = server as unknown as { _handle: SendHandle }
  const child = spawn(process.execPath, ['-e', echo], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {},
    timeout: patienceMs,
  })
  return new Promise<void>((done, failed) => {
    child.on('error', failed)
    child.once('exit', () => done())
    child.on('message', (_at, handle) => {
      if (take(handle)) child.disconnect()
    })
    child.send(perTurn - 1, own, { keepOpen: true }, () => {})
  })
}
