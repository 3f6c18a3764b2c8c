import cookie from '@fastify/cookie'
import cors from '@fastify/cors'
import helmet, { type FastifyHelmetOptions } from '@fastify/helmet'
import { TRPCError } from '@trpc/server'
import Fastify, { type FastifyInstance } from 'fastify'
import type { AppParts } from '../app.js'
import { bridgePath, sendRefusal } from '../bridge/problem.js'
import { createOriginCheck } from './origins.js'
import { refuseCall } from './trpc-refusal.js'

/** Headers, cookies, and who may call from where. */
export async function secure(app: FastifyInstance, { config, deps, secure: https }: AppParts): Promise<void> {
  await app.register(cookie)
  // It costs every request, and where there is no other origin it has nobody to let in.
  if (config.corsOrigins.length > 0)
    await app.register(cors, {
      origin: config.corsOrigins,
      credentials: true,
      methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
      exposedHeaders: ['ETag', 'Link', 'Location', 'RateLimit', 'RateLimit-Policy', 'Retry-After', 'X-Request-Id'],
    })
  const strict = await readHelmet({
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
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(strict).header('x-request-id', request.id)
    const changes = request.method !== 'GET' && request.method !== 'HEAD' && request.method !== 'OPTIONS'
    if (!changes || allowed(request.headers)) return done()
    const refusal = 'This origin may not call here.'
    if (request.url.startsWith(bridgePath)) sendRefusal(reply, 403, 'forbidden', refusal)
    else if (request.url.startsWith('/trpc/'))
      refuseCall(request, reply, new TRPCError({ code: 'FORBIDDEN', message: refusal }))
    else void reply.code(403).send({ error: refusal })
  })
}

/** The headers that helmet sets: the same for every answer, while it would build all their parts anew for each. */
async function readHelmet(options: FastifyHelmetOptions): Promise<Record<string, string>> {
  const probe = Fastify()
  let headers: Record<string, string> = {}
  await probe.register(helmet, options)
  probe.get('/', (_request, reply) => {
    headers = Object.fromEntries(Object.entries(reply.raw.getHeaders()).map(([name, value]) => [name, String(value)]))
    return ''
  })
  await probe.inject('/')
  await probe.close()
  return headers
}
