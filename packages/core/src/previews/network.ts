import { Resolver } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './addresses.js'

/** How pages are reached. A test has one of its own; a running server has `openNetwork`, whatever its environment. */
export interface Network {
  /** All addresses of a host. */
  resolve(host: string): Promise<string[]>
  /** Whether a page may be fetched from there. */
  mayReach(address: string): boolean
  ports: readonly number[]
}

/** The Internet, and nothing that is nearer. */
export const openNetwork: Network = {
  async resolve(host) {
    // Not the system's way, which takes one of the few threads that everything else looks names up by, and cannot end.
    const resolver = new Resolver({ timeout: 2_000, tries: 1 })
    const found = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
    const addresses = found.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
    if (addresses.length === 0) throw new Unreachable(`${host} has no address.`)
    return addresses
  },
  mayReach: isPublicAddress,
  ports: [80, 443],
}

/** Somewhere that no page is fetched from. */
export class Unreachable extends Error {
  override name = 'Unreachable'
}

/** Refuses what its address says already: another protocol or port, credentials, a number that may not be reached. */
export function requireReachable({ mayReach, ports }: Network, url: URL): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new Unreachable(`${url.protocol} is not fetched.`)
  if (url.username || url.password) throw new Unreachable('An address with credentials is not fetched.')
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80)
  if (!ports.includes(port)) throw new Unreachable(`Port ${port} is not asked.`)
  const host = url.hostname.replaceAll(/^\[|\]$/g, '')
  // Of a number nothing is looked up, so that it would pass by the check below.
  if (isIP(host) && !mayReach(host)) throw new Unreachable(`${host} is not public.`)
}

/** For the socket itself: it connects to the very addresses that were checked, so a name cannot mean another by then. */
export const checkedLookup =
  ({ resolve, mayReach }: Network): LookupFunction =>
  (host, options, callback) => {
    const answer = (addresses: string[]) => {
      const [first] = addresses
      // One private address among others is what somebody tries who wants it to be taken next.
      if (!first || !addresses.every(mayReach)) return callback(new Unreachable(`${host} is not public.`), '', 4)
      const found = addresses.map((address) => ({ address, family: isIP(address) }))
      if (options.all) callback(null, found)
      else callback(null, first, isIP(first))
    }
    resolve(host).then(answer, (error: Error) => callback(error, '', 4))
  }
