import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { findSocketSession } from '@parley/core/auth/access'
import type { RequestCtx } from '@parley/router/request-context'
import { appRouter } from '@parley/router/root'
import { getWSConnectionHandler } from '@trpc/server/adapters/ws'
import type { WebSocket, WebSocketServer } from 'ws'
import type { AppParts } from '../app.js'
import { accessCookieOf } from '../http/cookies.js'
import { readBearer } from '../http/bearer.js'
import { quicken } from '../http/trpc-procedure.js'
import type { Stranger } from './admission.js'
import { bounds } from './bounds.js'
import type { SocketCounts } from './counts.js'
import { directSends } from './direct-send.js'
import { createEncoder, sendThrough } from './encoder.js'
import { closeAtExpiry, sessionOver } from './expiry.js'
import { createGate } from './gate.js'
import { LiveConnection, type Turns } from './live-connection.js'
import { closeSilent, closeStranger, endFlood } from './endings.js'
import type { Pings } from './pings.js'
import { createSubscriptions } from './subscriptions.js'

const router = quicken(appRouter)

/** A socket whose upgrade was granted. */
export interface Opened {
  wss: WebSocketServer
  socket: WebSocket
  /** The TCP socket beneath it. */
  raw: Duplex
  request: IncomingMessage
  ip: string
  stranger: Stranger
  /** Says that it ended by its own fault. */
  misbehaved(): void
  counts: SocketCounts
  turns: Turns
  pings: Pings
}

/** One socket, from its first frame to its end. */
export function serveConnection(parts: AppParts, opened: Opened): void {
  const { wss, socket, raw, request, ip, stranger, misbehaved, counts, turns, pings } = opened
  const { deps, config } = parts
  const connectionId = randomUUID()
  const connection = new LiveConnection(connectionId, socket, raw, turns)
  const caller = { ip, userAgent: request.headers['user-agent'] ?? null, connection }
  const gate = createGate({
    requestId: connectionId,
    callsPerSecond: config.socketCallsPerSecond,
    counts,
    send: (frame) => socket.send(frame),
    onFlood() {
      misbehaved()
      endFlood(socket, counts)
    },
  })
  // Of ws: what came is no frame, or too large. It closes by itself, with the code that says so.
  socket.on('error', misbehaved)
  const direct = directSends(connection, gate)
  const subscriptions = createSubscriptions({
    connection,
    gate,
    requestId: connectionId,
    onFailure: (path, error) => deps.log.error({ err: error, reqId: connectionId, event: path }, 'subscription failed'),
  })
  sendThrough(socket, connection, gate, () => {
    if (socket.bufferedAmount <= bounds.replyBytes) return
    counts.ended++
    socket.terminate()
  })
  const heard = pings.watch(socket)
  const came = () => {
    heard()
    gate.meter()
  }
  for (const event of ['message', 'ping', 'pong']) socket.on(event, came)
  socket.once('close', subscriptions.close)
  socket.once('close', gate.close)
  closeSilent(socket, deps.clock)
  const somebody = closeStranger(socket, deps.clock)

  /** Runs once a socket. It never throws: that would end subscriptions for good; without a session they refuse. */
  async function createContext(connectionParams: Record<string, unknown> | null): Promise<RequestCtx> {
    const session = await findSession(connectionParams)
    if (session) {
      stranger.known()
      gate.known()
      somebody()
      closeAtExpiry(socket, session.expiresAt, deps.clock)
      const stop = deps.hub.onRevoked(session.id, () => socket.close(sessionOver, 'session revoked'))
      deps.presence.renew(session.user.id, connectionId, { held: true })
      const gone = () => {
        stop()
        deps.presence.release(session.user.id, connectionId)
      }
      if (socket.readyState === socket.OPEN) socket.once('close', gone)
      else gone()
    }
    const ctx = { ...deps, requestId: connectionId, caller, session, cookies: null }
    direct.ready(ctx)
    return ctx
  }

  async function findSession(connectionParams: Record<string, unknown> | null) {
    const given = connectionParams?.['authorization']
    const bearer = typeof given === 'string' ? readBearer(given) : null
    const token = bearer ?? accessCookieOf(parts.parseCookie(request.headers.cookie ?? ''), parts.secure)
    return findSocketSession(deps, token).catch((error: unknown) => {
      deps.log.error({ err: error, reqId: connectionId }, 'the session of a socket could not be read')
      // Whose it is may be asked again, but not of this socket: to serve it as nobody's would refuse it for good.
      socket.close(1013, 'try again later')
      return null
    })
  }

  const serve = getWSConnectionHandler({
    wss,
    router,
    experimental_encoder: createEncoder(gate, direct, subscriptions),
    createContext({ info }) {
      const ctx = createContext(info.connectionParams)
      subscriptions.serve(ctx)
      return ctx
    },
    maxBatchSize: bounds.frameMessages,
    // What a call comes to is in the log already.
    onError: () => {},
  })
  serve(socket, request)
}
