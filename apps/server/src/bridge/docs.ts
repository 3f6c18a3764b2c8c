import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const { resolve } = createRequire(import.meta.url)

/** Of the package, what the page needs. */
const files = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png']

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Parley: the API</title>
    <link rel="icon" type="image/png" href="/docs/favicon-32x32.png" />
    <link rel="stylesheet" href="/docs/swagger-ui.css" />
    <script src="/docs/swagger-ui-bundle.js" defer></script>
    <script src="/docs/start.js" defer></script>
  </head>
  <body>
    <main id="docs"></main>
  </body>
</html>
`

/** In a file of its own, since no script may stand in a page. */
const start = `SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  docExpansion: 'none',
  filter: true,
  tryItOutEnabled: true,
  displayRequestDuration: true,
  validatorUrl: null,
})
`

/** `/openapi.json`, `/asyncapi.json`, and `/docs`, where the bridge can be tried: Swagger UI, all of it served here. */
export function serveDocs(app: FastifyInstance): void {
  app.register(async (scope) => {
    for (const name of ['openapi.json', 'asyncapi.json']) {
      const document = await readFile(resolve(`@parley/router/${name}`))
      scope.get(`/${name}`, (_request, reply) =>
        reply.header('cache-control', 'no-cache').type('application/json').send(document),
      )
    }
    scope.get('/docs', (_request, reply) => reply.header('cache-control', 'no-cache').type('text/html').send(page))
    scope.get('/docs/start.js', (_request, reply) =>
      reply.header('cache-control', 'no-cache').type('text/javascript').send(start),
    )
    await scope.register(fastifyStatic, { root: dirname(resolve('swagger-ui-dist/package.json')), serve: false })
    for (const file of files)
      scope.get(`/docs/${file}`, (_request, reply) => reply.header('cache-control', 'no-cache').sendFile(file))
  })
}
