import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import { limits } from '@parley/contract/limits'
import type { Clock } from '@parley/core/clock'
import { watchElsewhere } from '@parley/core/elsewhere/elsewhere'
import type { Deps } from '@parley/core/context'
import { createDeps } from '@parley/core/deps'
import { resealFactors } from '@parley/core/second-factor/resealing'
import type { Network } from '@parley/core/previews/network'
import type { OpenDatabase } from '@parley/db/database'
import Fastify from 'fastify'
import type { Logger } from 'pino'
import { serveBridge } from './bridge/bridge.js'
import { serveDocs } from './bridge/docs.js'
import { sendFrameworkError } from './bridge/problem.js'
import type { Config } from './config.js'
import { acceptMore, backlog } from './http/accept-more.js'
import { watchConnections } from './http/draining.js'
import { createEventStreams, type EventStreams } from './http/event-stream.js'
import { serveFiles } from './http/files.js'
import { serveHealth } from './http/health.js'
import { serveOidc } from './http/oidc.js'
import { secure } from './http/security.js'
import { boundBodies } from './http/slow-bodies.js'
import { serveTrpc } from './http/trpc.js'
import { serveUploads } from './http/uploads.js'
import { serveWeb } from './http/web.js'
import { keptSecret } from './secret.js'
import type { SocketCounts } from './ws/counts.js'
import { hostWs } from './ws/host.js'

/** What the parts of the server share. */
export interface AppParts {
  config: Config
  deps: Deps
  /** Whether people come by https, so that cookies must. */
  secure: boolean
  state: { draining: boolean }
  streams: EventStreams
  parseCookie(header: string): Record<string, string | undefined>
}

export interface App {
  deps: Deps
  /** Where it listens, such as `http://127.0.0.1:3000`. */
  url: string
  sockets: Readonly<SocketCounts>
  /** Turns unready, takes no more sockets, and moves those that are there to another process. Then close it. */
  drain(): Promise<void>
  /** Turns unready, ends what is open, waits for what is under way. The database is the caller's to close. */
  close(): Promise<void>
}

export interface StartOptions {
  database: OpenDatabase
  log: Logger
  clock?: Clock
  network?: Network
  /** Thousands may come at once. It costs a process for a moment, which no test needs. */
  forMany?: boolean
}

/** Puts the process together on an open, migrated database and listens. */
export async function startApp(
  config: Config,
  { database, log, clock, network, forMany = false }: StartOptions,
): Promise<App> {
  const jwtSecret = config.jwtSecret ?? (await keptSecret(config.dataDir))
  const deps = createDeps(
    { ...config, jwtSecret },
    { db: database.db, log, ...(clock && { clock }), ...(network && { network }) },
  )
  await resealFactors(database.db, deps.seals, log)
  await deps.index.start()
  // Where nothing is left to it, it costs nothing.
  if (config.mail || config.linkPreviews) await deps.jobs.start()
  // The embedded database is this process's alone: nobody else can do anything in it.
  const lookout = database.kind === 'postgres' ? watchElsewhere(deps) : undefined
  const app = Fastify<Server>({
    logger: false,
    genReqId: () => randomUUID(),
    bodyLimit: 256 * 1024,
    // A batch names its procedures in the path.
    routerOptions: { maxParamLength: 5_000 },
    frameworkErrors: sendFrameworkError,
    forceCloseConnections: 'idle',
    // What comes while it closes, on connections that are there, is still served.
    return503OnClosing: false,
    // Who sends a request byte by byte holds a connection no longer than this, upgrades included; `boundBodies` is
    // stricter with all but uploads.
    requestTimeout: limits.uploadSeconds * 1_000,
    // The longest address names 500 people, some 23 KB.
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 2_000, maxHeaderSize: 32 * 1024 },
  })
  const parts: AppParts = {
    config,
    deps,
    secure: config.publicUrl.protocol === 'https:',
    state: { draining: false },
    streams: createEventStreams(deps),
    parseCookie: (header) => app.parseCookie(header),
  }
  await secure(app, parts)
  boundBodies(app)
  const http = watchConnections(app, parts)
  serveHealth(app, parts)
  serveTrpc(app, parts)
  serveBridge(app, parts)
  serveDocs(app)
  serveOidc(app, parts)
  serveUploads(app, parts)
  serveFiles(app, parts)
  await serveWeb(app)
  const ws = hostWs(app.server, parts)
  const url = await app.listen({ port: config.port, host: config.host, backlog })
  const more = forMany ? acceptMore(app.server, log) : undefined

  async function drain(): Promise<void> {
    parts.state.draining = true
    // A successor may be writing already, of which this process hears nothing: nobody is to listen here for longer.
    http.cutStreams()
    await ws.drain()
    // Those that came over connections which were open all the while.
    http.cutStreams()
  }

  async function close(): Promise<void> {
    parts.state.draining = true
    const refused = more?.then((acceptNoMore) => acceptNoMore())
    http.cutSilent()
    // Sockets go before their feeds, or clients would take their subscriptions for complete; an open event stream
    // would keep HTTP from closing.
    await Promise.all([ws.close(), deps.close(), app.close(), refused, lookout?.close()])
  }
  return { deps, url, sockets: ws.counts, drain, close }
}
