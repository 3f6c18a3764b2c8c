import type { Session as Issued } from '@parley/contract/auth'
import type { AppRouter } from '@parley/router/root'
import type { TRPCLink } from '@trpc/client'
import { observable } from '@trpc/server/observable'
import type { Session } from '../session.js'

const issuing = new Set(['auth.register', 'auth.login', 'auth.verifyCode', 'auth.refresh'])

/** Adopts every session that the server issues, whichever call brought it, and says where its tokens shall travel. */
export function sessionLink(session: Session): TRPCLink<AppRouter> {
  return () =>
    ({ op, next }) => {
      if (!issuing.has(op.path)) return next(op)
      const input = { ...(op.input as object), transport: session.transport }
      return observable((observer) =>
        next({ ...op, input }).subscribe({
          ...observer,
          next(envelope) {
            if ('data' in envelope.result) session.adopt(envelope.result.data as Issued)
            observer.next(envelope)
          },
        }),
      )
    }
}
