import type { FastifyInstance, FastifyRequest } from 'fastify'
import { uploadPath } from './uploads.js'

const secondsMs = 30_000

/**
 * Who sends a body byte by byte holds a connection for half a minute. Uploads take as long as a slow line needs, up to
 * the server's `requestTimeout`.
 */
export function boundBodies(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ raw, url, headers }: FastifyRequest) => {
    const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
    if (!hasBody || url === uploadPath) return
    const timer = setTimeout(() => raw.destroy(), secondsMs)
    timer.unref()
    const stop = () => clearTimeout(timer)
    raw.once('end', stop)
    raw.once('close', stop)
  })
}
