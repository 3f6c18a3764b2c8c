import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** The built web client, beside this package in the repository and in the image alike. */
const webRoot = fileURLToPath(new URL('../../../web/dist', import.meta.url))

/** Serves the web client; every path that is no file and no endpoint is a page of it. */
export async function serveWeb(app: FastifyInstance): Promise<void> {
  const built = existsSync(webRoot)
  if (built)
    await app.register(fastifyStatic, {
      root: webRoot,
      cacheControl: false,
      setHeaders(reply, path) {
        // Vite names what is in assets/ after its content.
        const forever = path.includes('/assets/')
        reply.setHeader('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  app.setNotFoundHandler((request, reply) => {
    const page = built && request.method === 'GET' && request.headers.accept?.includes('text/html')
    if (page) return reply.header('cache-control', 'no-cache').sendFile('index.html')
    return reply.code(404).send({ error: 'There is nothing here.' })
  })
}
