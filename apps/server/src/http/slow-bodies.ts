import type { FastifyInstance, FastifyRequest } from 'fastify'
import { uploadPath } from './uploads.js'

const secondsMs = 30_000

/**
 * Who sends a body byte by byte holds a connection for half a minute. Uploads take as long as a slow line needs, up to
 * the server's `requestTimeout`.
 */
export function boundBodies(app: FastifyInstance): void {
  app.addHook('onRequest', ({ raw, url, headers }: FastifyRequest, _reply, done) => {
    const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
    if (hasBody && url !== uploadPath) bound(raw)
    done()
  })
}

function bound(raw: FastifyRequest['raw']): void {
  const timer = setTimeout(() => raw.destroy(), secondsMs)
  timer.unref()
  const stop = () => clearTimeout(timer)
  raw.once('end', stop)
  raw.once('close', stop)
}
