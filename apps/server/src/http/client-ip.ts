import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

/**
 * Whose address it is: with `proxies` of ours in front, the one that the outermost of them saw. Each proxy appends
 * the address it was called from, so ours are counted from the right; what stands left of them the caller wrote.
 */
export function clientIp(request: IncomingMessage, proxies: number): string {
  const remote = request.socket.remoteAddress ?? ''
  if (proxies === 0) return remote
  const seen = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',')
  const ip = seen.at(-proxies)?.trim() ?? ''
  return isIP(ip) ? ip : remote
}
