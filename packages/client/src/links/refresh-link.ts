import type { AppRouter } from '@parley/router/root'
import { TRPCClientError, type Operation, type TRPCLink } from '@trpc/client'
import { observable, type Unsubscribable } from '@trpc/server/observable'
import { toProblem } from '../problem.js'
import type { Session } from '../session.js'
import { resumable } from './resumable.js'

/** Calls for which `unauthenticated` says something about what was typed, not about the session. */
const withoutSession = new Set([
  'auth.register',
  'auth.login',
  'auth.requestCode',
  'auth.verifyCode',
  'auth.requestReset',
  'auth.resetPassword',
  'auth.refresh',
])

const loggedOut = {
  error: { code: -32001, message: 'Logged out', data: { appCode: 'unauthenticated', code: 'UNAUTHORIZED' } },
}

/** Calls that failed for want of a fresh token are made once more with one; concurrent ones share the refresh. */
export function refreshLink(session: Session, renewed: () => void): TRPCLink<AppRouter> {
  return () =>
    ({ op, next }) => {
      if (withoutSession.has(op.path)) return next(op)
      return observable((observer) => {
        // Every subscription is somebody's: what is still mounted after a logout must not open the socket again.
        if (op.type === 'subscription' && session.state.get().status === 'signed-out') {
          return observer.error(TRPCClientError.from(loggedOut))
        }
        let stopped = false
        let retried = false
        let current: Unsubscribable
        const resume = resumable(op)
        const attempt = (operation: Operation) => {
          const seen = session.generation()
          current = next(operation).subscribe({
            ...observer,
            next(envelope) {
              // A subscription outlives many tokens: each end of one may be followed by a refresh.
              if ('data' in envelope.result) retried = false
              resume.saw(envelope)
              observer.next(envelope)
            },
            error(error) {
              if (retried || toProblem(error).appCode !== 'unauthenticated') return observer.error(error)
              retried = true
              session.renew(seen).then(
                () => {
                  renewed()
                  if (!stopped) attempt({ ...resume.operation(), context: { ...operation.context, retried } })
                },
                (cause) => observer.error(TRPCClientError.from(cause as Error)),
              )
            },
          })
        }
        attempt(op)
        return () => {
          stopped = true
          current.unsubscribe()
        }
      })
    }
}
