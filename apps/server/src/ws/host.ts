import type { Server } from 'node:http'
import { limits } from '@parley/contract/limits'
import { networkOf } from '@parley/core/auth/network'
import { createPacing } from '@parley/core/pacing'
import { WebSocketServer } from 'ws'
import type { AppParts } from '../app.js'
import { clientIp } from '../http/client-ip.js'
import { createOriginCheck } from '../http/origins.js'
import { createAdmission } from './admission.js'
import { bounds } from './bounds.js'
import { createConduct } from './conduct.js'
import { serveConnection } from './connection.js'
import { noCounts, type SocketCounts } from './counts.js'
import { drain } from './drain.js'
import { createTurns } from './live-connection.js'
import { createPings } from './pings.js'
import { createHold, isReadable, refuse } from './upgrade.js'

/** The sockets of one process. */
export interface WsHost {
  readonly counts: SocketCounts
  /** Asks everybody to move to another process, and waits until they have, or for six seconds. */
  drain(): Promise<void>
  /** Ends every socket: with a word to who listens, without one to who does not leave. */
  close(): Promise<void>
}

/** Serves tRPC's subscriptions at `/trpc` over raw ws. */
export function hostWs(server: Server, parts: AppParts): WsHost {
  const wss = new WebSocketServer({
    noServer: true,
    maxPayload: limits.frameBytes,
    maxFragments: bounds.fragments,
    perMessageDeflate: false,
    // One frame of a socket in a turn of the event loop: who sends thousands at once waits, and not everybody else.
    allowSynchronousEvents: false,
  })
  const allowed = createOriginCheck(parts.config)
  const counts = noCounts()
  const conduct = createConduct()
  const admission = createAdmission(counts, conduct)
  const { door } = parts.deps
  const pacing = createPacing(door, () => bounds.strangers - (counts.strangers - door.waiting))
  const hold = createHold(bounds.refusalsHeld)
  const turns = createTurns(door)
  const pings = createPings()

  server.on('upgrade', (request, socket, head) => {
    const turnAway = (status: string) => {
      counts.refusedUpgrades++
      refuse(socket, status)
    }
    // Whoever resets the connection while it waits must not end the process.
    const gone = () => socket.destroy()
    socket.once('error', gone)
    // Nor does whoever hangs up keep their place.
    socket.once('end', gone)
    if (!isReadable(request)) return turnAway('400 Bad Request')
    if (request.url?.split('?')[0] !== '/trpc') return turnAway('404 Not Found')
    if (!allowed(request.headers)) return turnAway('403 Forbidden')
    if (parts.state.draining) return turnAway('503 Service Unavailable')
    const ip = clientIp(request, parts.config.proxies)
    const network = networkOf(ip)
    const stranger = admission.enter(network)
    if ('status' in stranger) {
      counts.refusedUpgrades++
      return hold(socket, stranger.status)
    }
    socket.once('close', stranger.known)
    const leave = pacing.wait(() => {
      if (parts.state.draining) return turnAway('503 Service Unavailable')
      socket.off('error', gone)
      socket.off('end', gone)
      wss.handleUpgrade(request, socket, head, (client) => {
        counts.open++
        socket.once('close', () => counts.open--)
        const misbehaved = () => conduct.note(network)
        const opened = { wss, socket: client, raw: socket, request, ip, stranger, misbehaved, counts, turns, pings }
        serveConnection(parts, opened)
      })
    })
    socket.once('close', leave)
  })

  return {
    counts,
    drain() {
      pacing.flush()
      return drain(wss.clients, counts)
    },
    async close() {
      pings.close()
      pacing.flush()
      for (const client of wss.clients) client.close(1012, 'restarting')
      const left = setTimeout(() => wss.clients.forEach((client) => client.terminate()), 2_000)
      await new Promise<void>((done) => wss.close(() => done()))
      clearTimeout(left)
    },
  }
}
