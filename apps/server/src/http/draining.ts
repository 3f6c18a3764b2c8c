import type { ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type { AppParts } from '../app.js'

/** What HTTP does while the process drains. */
export interface HttpDrain {
  /** Cuts the event streams: one that ends in order counts as complete, one that is cut resumes elsewhere. */
  cutStreams(): void
}

/** From the first sign of draining on, every answer asks its client to open its next connection elsewhere. */
export function watchConnections(app: FastifyInstance, { state }: AppParts): HttpDrain {
  const streams = new Set<ServerResponse>()
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (state.draining) reply.header('connection', 'close')
    if (isEventStream(payload)) {
      streams.add(reply.raw)
      reply.raw.once('close', () => streams.delete(reply.raw))
    }
    done()
  })
  return {
    cutStreams() {
      for (const stream of streams) stream.destroy()
    },
  }
}

const isEventStream = (payload: unknown): boolean =>
  payload instanceof Response && payload.headers.get('content-type') === 'text/event-stream'
