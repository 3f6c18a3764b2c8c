import { InviteCode } from '@parley/contract/ids'
import type { OidcProblem } from '@parley/contract/oidc'
import { AppError } from '@parley/core/errors'
import { finishOidc, oidcFailed, startOidc } from '@parley/core/oidc/service'
import { toOwnPath } from '@parley/core/oidc/own-path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { AppParts } from '../app.js'
import { flowCookieOf } from './cookies.js'
import { createHttpContext } from './trpc-context.js'

const Start = z.object({
  next: z.string().max(2_000).optional().catch(undefined),
  invite: InviteCode.optional().catch(undefined),
  /** The account is to be linked: without a session, log in first. */
  link: z.string().optional().catch(undefined),
})

type Route = { Params: { provider: string }; Querystring: Record<string, unknown> }

/**
 * Logging in by somebody else, as pages that a browser goes through: `/auth/oidc/{provider}` leads there, with
 * `next` for where to go in the end, and `/callback` is where it comes back. With a session, the account is linked.
 */
export function serveOidc(app: FastifyInstance, parts: AppParts): void {
  const { config, deps } = parts

  app.get<Route>('/auth/oidc/:provider', async (request, reply) => {
    const { next, invite: inviteCode, link } = Start.parse(request.query)
    const path = toOwnPath(next, config.publicUrl)
    const ctx = await createHttpContext(parts, request, reply)
    if (!ctx.session && link !== undefined) return goTo(reply, withSearch('/login', { next: path }))
    // Else a page elsewhere could link whoever is logged in at the provider to whoever is logged in here.
    if (ctx.session && isFromElsewhere(request)) return goTo(reply, path)
    try {
      await ctx.authLimits.takeCall(ctx.caller.ip)
      if (ctx.session?.scopes) throw oidcFailed('failed', 'An API token cannot do this.')
      const started = await startOidc(ctx, { provider: request.params.provider, next, inviteCode })
      flowCookieOf(request, reply, parts.secure).set(started.flow)
      return goTo(reply, started.url)
    } catch (error) {
      return fail(request, reply, error, ctx.session ? path : withSearch('/login', { next: path }))
    }
  })

  app.get<Route>('/auth/oidc/:provider/callback', async (request, reply) => {
    const cookie = flowCookieOf(request, reply, parts.secure)
    const flow = cookie.get()
    cookie.clear()
    const ctx = await createHttpContext(parts, request, reply)
    try {
      await ctx.authLimits.takeCall(ctx.caller.ip)
      const search = request.raw.url?.split('?')[1] ?? ''
      const { next, session } = await finishOidc(ctx, { provider: request.params.provider, flow, search })
      if (session) ctx.cookies?.set(session)
      return goTo(reply, next)
    } catch (error) {
      return fail(request, reply, error, ctx.session ? '/' : '/login')
    }
  })

  /** Says on the page `path` that it came to nothing, and why. */
  function fail(request: FastifyRequest<Route>, reply: FastifyReply, error: unknown, path: string): FastifyReply {
    const { provider } = request.params
    const refused = error instanceof AppError
    deps.log[refused ? 'info' : 'error']({ reqId: request.id, provider, err: error }, 'a log-in by a provider failed')
    if (refused && error.code === 'not_found') return reply.code(404).send({ error: error.message })
    return goTo(reply, withSearch(path, { problem: problemOf(error) }))
  }
}

const isFromElsewhere = ({ headers }: FastifyRequest): boolean => {
  const site = headers['sec-fetch-site']
  return site !== undefined && site !== 'same-origin' && site !== 'none'
}

const problemOf = (error: unknown): OidcProblem =>
  (error instanceof AppError && (error.details as { problem?: OidcProblem } | undefined)?.problem) || 'failed'

function withSearch(path: string, search: Record<string, string>): string {
  const [page = '', hash = ''] = path.split(/(?=#)/)
  return `${page}${page.includes('?') ? '&' : '?'}${new URLSearchParams(search).toString()}${hash}`
}

/** See Other: whatever was asked how, the next page is asked by GET. Nobody on the way keeps it. */
const goTo = (reply: FastifyReply, url: string) => reply.header('cache-control', 'no-store').redirect(url, 303)
