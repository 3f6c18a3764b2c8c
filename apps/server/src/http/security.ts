import type { OutgoingHttpHeaders } from 'node:http'
import cookie from '@fastify/cookie'
import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import type { AppParts } from '../app.js'
import { bridgePath, sendRefusal } from '../bridge/problem.js'
import { createOriginCheck } from './origins.js'

/** Headers, cookies, and who may call from where. */
export async function secure(app: FastifyInstance, { config, deps, secure: https }: AppParts): Promise<void> {
  await app.register(cookie)
  await app.register(cors, {
    origin: config.corsOrigins,
    credentials: true,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposedHeaders: ['ETag', 'Link', 'Location', 'RateLimit', 'RateLimit-Policy', 'Retry-After', 'X-Request-Id'],
  })
  await app.register(helmet, {
    global: false,
    strictTransportSecurity: https,
    crossOriginEmbedderPolicy: false,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // Files are redirected to where the storage has them.
        imgSrc: ["'self'", 'data:', 'blob:', ...(deps.files.storage.origin ? [deps.files.storage.origin] : [])],
        // Positions and sizes are set as style attributes by the components; no script can come in that way.
        styleSrc: ["'self'", "'unsafe-inline'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
  })

  const allowed = createOriginCheck(config)
  // The same for every answer; helmet by itself builds all its parts anew for each.
  let strict: OutgoingHttpHeaders | undefined
  app.addHook('onRequest', async (request, reply) => {
    if (!strict) {
      reply.helmet()
      strict = { ...reply.raw.getHeaders() }
    }
    reply.headers(strict).header('x-request-id', request.id)
    const changes = request.method !== 'GET' && request.method !== 'HEAD' && request.method !== 'OPTIONS'
    if (!changes || allowed(request.headers)) return
    const refusal = 'This origin may not call here.'
    if (request.url.startsWith(bridgePath)) return sendRefusal(reply, 403, 'forbidden', refusal)
    return reply.code(403).send({ error: refusal })
  })
}
