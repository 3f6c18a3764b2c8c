import type { AppRouter } from '@parley/router/root'
import { TRPCClientError, type TRPCLink } from '@trpc/client'
import { observable } from '@trpc/server/observable'
import { retryDelay } from '../backoff.js'
import { isPassing, toProblem } from '../problem.js'
import { offlineProbeMs } from './connection.js'
import { resumable, type Envelope } from './resumable.js'
import { takeSlot } from './slots.js'
import type { Stream, Streams } from './streams.js'

/** What may be some seconds old is looked at from time to time, instead of holding one of few connections. */
const glanced = new Set(['receipts.watch', 'presence.watch'])
/** What is over before the next glance is left out. */
const dropped = new Set(['typing.watch'])
const glanceEveryMs = 15_000
/** For a subscription that would hold a stream, but found all of them taken by other tabs. */
const waitForSlotMs = 4_000
/** A stream that has said nothing for so long has told what there was to tell; before its first event it gets longer. */
const quietMs = 300
const firstMs = 5_000

/** Keeps subscriptions going over event streams, opened by `open`, with few of them at a time; each failure that may pass is retried. */
export function streamsLink(streams: Streams, open: TRPCLink<AppRouter>, now: () => number): TRPCLink<AppRouter> {
  return (runtime) => {
    const opened = open(runtime)
    const inTurn = createQueue()

    return ({ op, next }) =>
      observable((observer) => {
        if (dropped.has(op.path)) return () => {}
        const stream = streams.add()
        const leaving = new AbortController()
        const { signal } = leaving
        const resume = resumable(op)
        keepOpen().then(observer.complete, (error: unknown) => observer.error(TRPCClientError.from(error as Error)))
        return () => {
          leaving.abort()
          stream.end()
        }

        async function keepOpen() {
          for (let attempt = 0; !signal.aborted;) {
            try {
              if ((await visitOnce()) === 'completed') return
              attempt = 0
              await streams.alarm.sleep(glanced.has(op.path) ? glanceEveryMs : waitForSlotMs, signal)
            } catch (error) {
              const problem = toProblem(error)
              if (!isPassing(problem)) throw error
              if (signal.aborted) return
              const ms = streams.offline.get() ? offlineProbeMs : retryDelay(attempt++)
              // Any other refusal has come from the server, which is there.
              if (problem.appCode === 'unavailable') stream.down(Math.round(now() + ms))
              await streams.alarm.sleep(ms, signal)
            }
          }
        }

        async function visitOnce() {
          const release = glanced.has(op.path) ? null : await takeSlot()
          try {
            return await (release ? visit({ stay: true }) : inTurn(() => visit({ stay: false })))
          } finally {
            release?.()
          }
        }

        /** Follows one stream to its end, or until there is nothing more to tell at once. */
        function visit({ stay }: { stay: boolean }) {
          return new Promise<'completed' | 'left'>((resolve, reject) => {
            if (signal.aborted) return resolve('left')
            let quiet: ReturnType<typeof setTimeout> | undefined
            const current = opened({ op: resume.operation(), next }).subscribe({
              next(envelope) {
                report(stream, envelope)
                // What state the stream is in says `connection`, for all of them together.
                if (envelope.result.type === 'state' || envelope.result.type === 'stopped') return
                resume.saw(envelope)
                observer.next(envelope)
                if (stay) return
                clearTimeout(quiet)
                quiet = setTimeout(leave, envelope.result.type === 'started' ? firstMs : quietMs)
              },
              error: (error) => settle(() => reject(error)),
              complete: () => settle(() => resolve('completed')),
            })
            const leaveOffline = streams.offline.subscribe(() => {
              if (streams.offline.get()) settle(() => reject(new Error('Offline')))
            })
            signal.addEventListener('abort', leave)

            function leave() {
              settle(() => resolve('left'))
            }

            function settle(how: () => void) {
              how()
              clearTimeout(quiet)
              leaveOffline()
              signal.removeEventListener('abort', leave)
              current.unsubscribe()
            }
          })
        }
      })
  }
}

function report(stream: Stream, { result }: Envelope) {
  if (result.type === 'started') stream.up()
  else if (result.type === 'state' && result.state === 'connecting' && result.error) stream.down(null)
}

/** Runs one piece of work after the other. */
function createQueue() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work)
    last = mine
    return mine
  }
}
