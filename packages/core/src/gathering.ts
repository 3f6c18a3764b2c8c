/** Says when to begin a read that others may share: those who ask until then are answered by it too. */
export type Gathering = (begin: () => void) => void

/** Who waits to be let in; whoever lets them in keeps count. */
export interface Door {
  waiting: number
}

/** Somebody who waits for a subscription does not notice it; after a restart, dozens come in so much time. */
const gatherMs = 50
/** With so many outside, whoever is in has come so early that they can wait for the next ones. */
const crowd = 100

export const isCrowded = ({ waiting }: Readonly<Door>): boolean => waiting > crowd

/**
 * At the end of this turn of the event loop, so that nobody waits where there is nobody else; or, when the last one
 * began a moment ago, a moment later: whoever comes in a crowd is read for in crowds. While a crowd waits at the door it
 * is `crowdMs`: ten thousand who come back together are in the sooner for it.
 */
export function createGathering(door: Readonly<Door>, crowdMs = 1_000): Gathering {
  let last = Number.NEGATIVE_INFINITY
  return (begin) => {
    const run = () => {
      last = performance.now()
      begin()
    }
    const pause = isCrowded(door) ? crowdMs : gatherMs
    if (performance.now() - last < pause) setTimeout(run, pause)
    else setImmediate(run)
  }
}
