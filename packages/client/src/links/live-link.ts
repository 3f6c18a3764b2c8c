import type { AppRouter } from '@parley/router/root'
import type { TRPCLink } from '@trpc/client'
import { observable, type Unsubscribable } from '@trpc/server/observable'
import { resumable } from './resumable.js'
import type { Transport } from './transport.js'

/**
 * Takes each subscription over the transport of the moment, and on to the other one when that changes: from its last
 * event on, so that none is lost or told twice.
 */
export function liveLink(transport: Transport, links: Record<'ws' | 'sse', TRPCLink<AppRouter>>): TRPCLink<AppRouter> {
  return (runtime) => {
    const over = { ws: links.ws(runtime), sse: links.sse(runtime) }
    return ({ op, next }) =>
      observable((observer) => {
        const resume = resumable(op)
        let current: Unsubscribable | undefined
        /** What still comes from an earlier one is dropped, the end that leaving it brings above all. */
        let turn = 0
        const move = () => {
          const mine = ++turn
          current?.unsubscribe()
          current = over[transport.kind.get()]({ op: resume.operation(), next }).subscribe({
            next(envelope) {
              if (turn !== mine) return
              resume.saw(envelope)
              observer.next(envelope)
            },
            error: (error) => turn === mine && observer.error(error),
            complete: () => turn === mine && observer.complete(),
          })
        }
        const leave = transport.kind.subscribe(move)
        move()
        return () => {
          turn++
          leave()
          current?.unsubscribe()
        }
      })
  }
}
