import type { Route } from '@parley/router/bridge/routes'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { pageLinks } from './links.js'
import { bridgePath } from './problem.js'

type Answer = (request: FastifyRequest, reply: FastifyReply, output: unknown) => FastifyReply

/** How a procedure's output becomes an answer: its status, its headers, and JSON with dates as ISO 8601. */
export function createAnswer({ method, output: schema, created, repeated, fields }: Route): Answer {
  if (!schema) return (_request, reply) => reply.code(204).header('cache-control', 'no-store').send()
  if (method === 'GET') {
    const paged = 'cursor' in fields.properties
    return (request, reply, output) => {
      // To be asked about each time, by its ETag.
      reply.header('cache-control', 'private, no-cache')
      if (paged) {
        const links = pageLinks(request, output as object)
        if (links) reply.header('link', links)
      }
      return send(reply, output)
    }
  }
  return (_request, reply, output) => {
    reply.header('cache-control', 'no-store')
    if (created && !repeated?.(output)) reply.code(201).header('location', bridgePath + created(output))
    return send(reply, output)
  }
}

function send(reply: FastifyReply, output: unknown): FastifyReply {
  return reply.header('content-type', 'application/json').serializer(asItIs).send(JSON.stringify(output))
}

/** To text that is not serialized here, Fastify would add a charset. */
const asItIs = (body: string) => body
