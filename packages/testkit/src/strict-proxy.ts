import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** What the proxy does with sockets: lets them be, refuses, never answers, or cuts them soon after. */
export type Upgrades = 'pass' | 'refuse' | 'swallow' | 'cut'

export interface StrictProxy extends AsyncDisposable {
  url: string
  upgrades: Upgrades
  /** Whether nobody gets through at all. */
  down: boolean
  /** How many sockets were asked for so far. */
  readonly asked: number
  /** Cuts the sockets that are open, or everything, without a word. */
  cut(what: 'sockets' | 'everything'): void
  close(): Promise<void>
}

const upgrade = /^GET [^\r\n]+\r\n(?:[^\r\n]+\r\n)*upgrade: *websocket/i
const shortLifeMs = 200

/** Stands before a server as the proxies of some offices do, which know HTTP and nothing else. */
export async function startStrictProxy(target: string): Promise<StrictProxy> {
  const { hostname, port } = new URL(target)
  const lines = new Map<Socket, { isSocket: boolean }>()
  let asked = 0

  const server = createServer((near) => {
    if (proxy.down) return near.destroy()
    const line = { isSocket: false }
    lines.set(near, line)
    const far = connect(Number(port), hostname)
    const end = () => {
      lines.delete(near)
      near.destroy()
      far.destroy()
    }
    near.on('data', (chunk) => {
      if (upgrade.test(chunk.toString('latin1'))) {
        asked++
        line.isSocket = true
        if (proxy.upgrades === 'swallow') return
        if (proxy.upgrades === 'refuse') return near.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n')
        if (proxy.upgrades === 'cut') setTimeout(end, shortLifeMs)
      }
      far.write(chunk)
    })
    far.on('data', (chunk) => near.write(chunk))
    for (const socket of [near, far]) socket.on('close', end).on('error', end)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  const proxy: StrictProxy = {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    upgrades: 'pass',
    down: false,
    get asked() {
      return asked
    },
    cut(what) {
      for (const [near, { isSocket }] of lines) if (what === 'everything' || isSocket) near.destroy()
    },
    close,
    [Symbol.asyncDispose]: close,
  }
  return proxy

  async function close() {
    proxy.cut('everything')
    server.close()
    await once(server, 'close')
  }
}
