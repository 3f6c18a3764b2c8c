import etag from '@fastify/etag'
import { routes, type Route } from '@parley/router/bridge/routes'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { AppParts } from '../app.js'
import { readBodies } from './bodies.js'
import { createBuckets } from './buckets.js'
import { createHandler } from './handler.js'
import { bridgePath, sendRefusal } from './problem.js'

/** Serves every operation of the bridge: the procedures as plain HTTP, for whoever does not speak tRPC. */
export function serveBridge(app: FastifyInstance, parts: AppParts): void {
  const { apiRate } = parts.config
  const buckets = apiRate && createBuckets(apiRate)

  function add(scope: FastifyInstance, route: Route): void {
    scope.route({
      method: route.method,
      url: toUrl(route.path),
      // A stream has no length to be asked for, and no end.
      exposeHeadRoute: route.type !== 'subscription',
      handler: createHandler(parts, route, buckets),
    })
  }

  app.register(
    async (scope) => {
      readBodies(scope, parts.deps.log)
      // Else the web client's files would be looked at for it.
      scope.all('/*', (_request, reply) => sendRefusal(reply, 404, 'not_found', 'There is nothing here.'))
      for (const route of routes) if (!isRead(route)) add(scope, route)
      await scope.register(async (reads) => {
        await reads.register(etag)
        for (const route of routes) if (isRead(route)) add(reads, route)
      })
      for (const path of new Set(routes.map((route) => route.path))) refuseOthers(scope, path)
    },
    { prefix: bridgePath },
  )
}

const isRead = ({ type }: Route): boolean => type === 'query'

const toUrl = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1')

/** Every other method of a path that there is. */
function refuseOthers(scope: FastifyInstance, path: string): void {
  const known: string[] = routes.filter((route) => route.path === path).map(({ method }) => method)
  if (routes.some((route) => route.path === path && isRead(route))) known.push('HEAD')
  const others = scope.supportedMethods.filter((method) => method !== 'OPTIONS' && !known.includes(method))
  const refuse = async (request: FastifyRequest, reply: FastifyReply) =>
    sendRefusal(reply.header('allow', known.join(', ')), 405, 'invalid', `${request.method} cannot be asked of this.`)
  // Whatever body it has is not read.
  scope.route({ method: others, url: toUrl(path), exposeHeadRoute: false, onRequest: refuse, handler: refuse })
}
