/** Says when to begin a read that others may share: those who ask until then are answered by it too. */
export type Gathering = (begin: () => void) => void

/** Somebody who waits for a subscription does not notice it; after a restart, dozens come in so much time. */
const gatherMs = 50

/**
 * At the end of this turn of the event loop, so that nobody waits where there is nobody else; or, when the last one
 * began a moment ago, a moment later: whoever comes in a crowd is read for in crowds.
 */
export function createGathering(): Gathering {
  let last = Number.NEGATIVE_INFINITY
  return (begin) => {
    const run = () => {
      last = performance.now()
      begin()
    }
    if (performance.now() - last < gatherMs) setTimeout(run, gatherMs)
    else setImmediate(run)
  }
}
