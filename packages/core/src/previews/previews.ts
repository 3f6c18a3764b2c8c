import { LRUCache } from 'lru-cache'
import type { Logger } from 'pino'
import { fetchPage } from './fetch-page.js'
import type { Network } from './network.js'
import type { Page } from './read-head.js'

/** Reads what pages say of themselves, each once for all who link to it in the same minutes. */
export interface Previews {
  /** `null`: nothing can be shown of it, for whatever reason. */
  read(url: string): Promise<Page | null>
}

const timeoutMs = 5_000
const keptMs = 5 * 60_000

export function createPreviews({ network, log }: { network: Network; log: Logger }): Previews {
  const pages = new LRUCache<string, Promise<Page | null>>({ max: 500, ttl: keptMs })
  const fetch = (url: string) =>
    fetchPage(network, url, timeoutMs).catch((error: unknown) => {
      // The address is somebody's words.
      log.debug({ reason: error instanceof Error ? error.name : 'unknown' }, 'no preview of a link')
      return null
    })
  return {
    read(url) {
      const known = pages.get(url)
      if (known) return known
      const page = fetch(url)
      pages.set(url, page)
      return page
    },
  }
}
