import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { pipeline, type Readable, type Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { limits } from '@parley/contract/limits'
import { checkedLookup, type Network, requireReachable, Unreachable } from './network.js'
import { readHead, type Page } from './read-head.js'

const maxRedirects = 3
const headers = {
  accept: 'text/html',
  'accept-encoding': 'gzip, deflate, br',
  'user-agent': 'Mozilla/5.0 (compatible; ParleyPreview/1.0)',
}

const inflaters: Record<string, () => Transform> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

/** Fetches what a page says of itself; throws for everything that is not a public page of HTML, in time and in bounds. */
export async function fetchPage(network: Network, address: string, timeoutMs: number): Promise<Page | null> {
  // One time for all of it: names, connections, redirects and the body.
  const signal = AbortSignal.timeout(timeoutMs)
  let url = new URL(address)
  for (let hop = 0; hop <= maxRedirects; hop++) {
    requireReachable(network, url)
    const response = await ask(network, url, signal)
    try {
      const { statusCode = 0, headers: answered } = response
      if (statusCode >= 300 && statusCode < 400 && answered.location) {
        url = new URL(answered.location, url)
        continue
      }
      if (statusCode !== 200) throw new Unreachable(`It answers ${statusCode}.`)
      const [type = '', ...parameters] = (answered['content-type'] ?? '').split(';')
      if (type.trim().toLowerCase() !== 'text/html') throw new Unreachable(`It is ${type || 'nothing'}, not a page.`)
      const charset = parameters.map((one) => /^\s*charset="?([^"\s]+)/i.exec(one)?.[1]).find(Boolean)
      return await readHead(bounded(unpacked(response)), charset)
    } finally {
      response.destroy()
    }
  }
  throw new Unreachable('It leads from one place to the next.')
}

function ask(network: Network, url: URL, signal: AbortSignal): Promise<IncomingMessage> {
  const { request } = url.protocol === 'https:' ? https : http
  return new Promise((resolve, reject) => {
    // An agent of its own: a connection that another check had opened is not used again.
    const options = { agent: false, lookup: checkedLookup(network), maxHeaderSize: 16 * 1024, headers, signal }
    request(url, options)
      .on('response', resolve)
      .on('error', reject)
      // The only word of one that switches to another protocol.
      .on('close', () => reject(new Unreachable('It hung up.')))
      .end()
  })
}

function unpacked(response: IncomingMessage): Readable {
  const encoding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase()
  if (encoding === 'identity') return response
  const inflate = Object.hasOwn(inflaters, encoding) ? inflaters[encoding] : undefined
  if (!inflate) throw new Unreachable(`Nobody here unpacks ${encoding}.`)
  // Whoever reads it is told of the error; here it is only passed on.
  return pipeline(response, inflate(), () => {})
}

/** Counted after unpacking, where a small answer can have grown to anything. */
async function* bounded(body: Readable): AsyncGenerator<Buffer> {
  let bytes = 0
  for await (const chunk of body as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength
    if (bytes > limits.previewBytes) throw new Unreachable('It is too long.')
    yield chunk
  }
}
