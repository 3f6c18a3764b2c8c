import type { IncomingHttpHeaders } from 'node:http'
import type { Config } from '../config.js'

/** Whether a page of this origin may use somebody's cookies here: our own, and those that are configured. */
export type OriginCheck = (headers: IncomingHttpHeaders) => boolean

/** Programs send no Origin, and have no cookies that a page could misuse. */
export function createOriginCheck({ publicUrl, corsOrigins }: Config): OriginCheck {
  const allowed = new Set([publicUrl.origin, ...corsOrigins])
  return ({ origin, host, 'sec-fetch-site': site }) => {
    if (origin === undefined) return site === undefined || site === 'same-origin' || site === 'none'
    if (allowed.has(origin)) return true
    return URL.canParse(origin) && new URL(origin).host === host
  }
}
