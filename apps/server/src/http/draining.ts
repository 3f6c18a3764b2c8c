import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { AppParts } from '../app.js'

/** What HTTP does while the process drains. */
export interface HttpDrain {
  /** Cuts the event streams: one that ends in order counts as complete, one that is cut resumes elsewhere. */
  cutStreams(): void
  /** Cuts the connections that never asked anything: Node counts none of them as idle, and would wait for ever. */
  cutSilent(): void
}

/** From the first sign of draining on, every answer asks its client to open its next connection elsewhere. */
export function watchConnections(app: FastifyInstance, { state }: AppParts): HttpDrain {
  const streams = new Set<ServerResponse>()
  const silent = new Set<Socket>()
  app.server.on('connection', (socket: Socket) => {
    silent.add(socket)
    socket.once('close', () => silent.delete(socket))
  })
  for (const event of ['request', 'upgrade'])
    app.server.on(event, ({ socket }: IncomingMessage) => silent.delete(socket))
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (state.draining) reply.header('connection', 'close')
    if (isEventStream(reply, payload)) {
      streams.add(reply.raw)
      reply.raw.once('close', () => streams.delete(reply.raw))
    }
    done()
  })
  return {
    cutStreams() {
      for (const stream of streams) stream.destroy()
    },
    cutSilent() {
      for (const socket of silent) socket.destroy()
    },
  }
}

/** tRPC's adapter answers with a whole `Response`, the bridge with headers and a stream. */
function isEventStream(reply: FastifyReply, payload: unknown): boolean {
  const type = payload instanceof Response ? payload.headers.get('content-type') : reply.getHeader('content-type')
  return type === 'text/event-stream'
}
