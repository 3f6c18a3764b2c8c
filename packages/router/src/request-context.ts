import type { PublicCtx } from '@parley/core/context'

/** The cookies of one HTTP request and its answer. */
export interface Cookies {
  refreshToken: string | null
  set(tokens: { accessToken: string; refreshToken: string }): void
  clear(): void
}

/** What a procedure is called with. Over ws it is made once per socket, and there are no cookies to set. */
export interface RequestCtx extends PublicCtx {
  cookies: Cookies | null
}
