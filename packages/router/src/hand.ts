import type { Session, Transport } from '@parley/contract/auth'
import type { Issued } from '@parley/core/auth/sessions'
import { AppError } from '@parley/core/errors'
import type { RequestCtx } from './request-context.js'

/** Gives the tokens out in the body or, asked for `cookie`, in cookies and the body without the refresh token. */
export async function hand(ctx: RequestCtx, transport: Transport, issue: () => Promise<Issued>): Promise<Session> {
  if (transport === 'body') return issue()
  const { cookies } = ctx
  if (!cookies) throw new AppError('invalid', 'transport: cookies can be set over HTTP only.')
  const session = await issue()
  cookies.set(session)
  return { ...session, refreshToken: null }
}
