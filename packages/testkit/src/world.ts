import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isPublicAddress } from '@parley/core/previews/addresses'
import type { Network } from '@parley/core/previews/network'

const listen = (server: Server, port: number, host: string) =>
  new Promise<number>((resolve, reject) => {
    server.on('error', reject).listen(port, host, () => resolve((server.address() as AddressInfo).port))
  })

/**
 * Two servers on one port: the one at 127.0.0.2 stands for the Internet, what stands at 127.0.0.1 is this machine,
 * which nobody may reach. `hits` counts who did. Without a port it is a free one.
 */
export async function createWorld(serve: RequestListener, at = 0) {
  const inside = { hits: 0 }
  const outer = createServer({ maxHeaderSize: 64 * 1024 }, serve)
  const inner = createServer((_, response) => {
    inside.hits++
    response.setHeader('content-type', 'text/html').end('<title>secret</title>')
  })
  const port = await listen(outer, at, '127.0.0.2')
  await listen(inner, port, '127.0.0.1')

  /** Names lead where the test says; all that is not told leads to the Internet. */
  const network = (names: Record<string, () => string[]> = {}): Network => ({
    resolve: async (host) => names[host]?.() ?? ['127.0.0.2'],
    mayReach: (address) => address === '127.0.0.2' || isPublicAddress(address),
    // The ports of this world, where a real one has its two.
    ports: [80, 443, port],
  })

  return {
    port,
    inside,
    network,
    url: (host: string, path = '/') => `http://${host}:${port}${path}`,
    [Symbol.asyncDispose]: async () => {
      for (const server of [outer, inner]) {
        server.closeAllConnections()
        await new Promise((closed) => server.close(closed))
      }
    },
  }
}
