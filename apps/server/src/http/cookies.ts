import type { CookieSerializeOptions } from '@fastify/cookie'
import { limits } from '@parley/contract/limits'
import type { Cookies } from '@parley/router/request-context'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** `__Host-` binds a cookie to this very host; browsers take it over https only. */
const nameOf = (kind: 'access' | 'refresh' | 'oidc', secure: boolean) => `${secure ? '__Host-' : ''}parley-${kind}`

export const accessCookieOf = (cookies: Record<string, string | undefined>, secure: boolean): string | null =>
  cookies[nameOf('access', secure)] ?? null

/** What a browser keeps while its person logs in at a provider. Lax: it comes along when the provider sends them back. */
export function flowCookieOf(request: FastifyRequest, reply: FastifyReply, secure: boolean) {
  const name = nameOf('oidc', secure)
  const options: CookieSerializeOptions = { path: '/', httpOnly: true, sameSite: 'lax', secure }
  return {
    get: () => request.cookies[name] ?? null,
    set: (flow: string) => void reply.setCookie(name, flow, { ...options, maxAge: limits.oidcFlowSeconds }),
    clear: () => void reply.clearCookie(name, options),
  }
}

/** The tokens of a browser. It needs the access token on every path: images and event streams cannot send headers. */
export function cookiesOf(request: FastifyRequest, reply: FastifyReply, secure: boolean): Cookies {
  const options: CookieSerializeOptions = { path: '/', httpOnly: true, sameSite: 'lax', secure }
  return {
    refreshToken: request.cookies[nameOf('refresh', secure)] ?? null,
    set({ accessToken, refreshToken }) {
      reply.setCookie(nameOf('access', secure), accessToken, { ...options, maxAge: limits.accessTokenSeconds })
      reply.setCookie(nameOf('refresh', secure), refreshToken, { ...options, maxAge: limits.refreshTokenSeconds })
    },
    clear() {
      reply.clearCookie(nameOf('access', secure), options)
      reply.clearCookie(nameOf('refresh', secure), options)
    },
  }
}
