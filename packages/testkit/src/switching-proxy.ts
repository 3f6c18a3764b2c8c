import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** One address for whichever server is behind it, as a balancer gives it. */
export interface SwitchingProxy {
  url: string
  /** New connections go there; those that are open stay where they are. */
  switchTo(url: string): void
  close(): Promise<void>
}

export async function createSwitchingProxy(firstUrl: string): Promise<SwitchingProxy> {
  let port = Number(new URL(firstUrl).port)
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1')
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from)
      from.setNoDelay(true)
      from.pipe(to)
      from.on('error', () => to.destroy())
      from.on('close', () => {
        open.delete(from)
        to.destroy()
      })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    switchTo: (url) => void (port = Number(new URL(url).port)),
    async close() {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
