import type { History } from './history.js'
import { checkAcknowledged } from './oracle-acknowledged.js'
import { checkBorders } from './oracle-borders.js'
import { checkLists } from './oracle-lists.js'
import { checkWatches } from './oracle-watches.js'

/** What must never happen. */
export interface Offence {
  /** `lost`: an acknowledged change is not there. `duplicated`: something is there twice. `misordered`: numbers with
   *  holes, versions that go back, news of what is not so yet. `diverged`: what a watcher holds is not what is there.
   *  `leaked`: seen or said by somebody who was not in the room. */
  kind: 'lost' | 'duplicated' | 'misordered' | 'diverged' | 'leaked'
  what: string
  history: unknown
}

export type Verdict = Record<Offence['kind'] | 'acked', number> & { offences: Offence[] }

/** Judges what is on record, and nothing but that. */
export function judge(history: History): Verdict {
  const offences = [
    ...checkAcknowledged(history),
    ...checkWatches(history),
    ...checkBorders(history),
    ...checkLists(history),
  ]
  const count = (kind: Offence['kind']) => offences.filter((offence) => offence.kind === kind).length
  const sent = history.sends.filter((send) => send.tries.some((attempt) => attempt.sent)).length
  const changed = history.changes.filter((change) => change.version !== undefined).length
  return {
    acked: sent + changed,
    lost: count('lost'),
    duplicated: count('duplicated'),
    misordered: count('misordered'),
    diverged: count('diverged'),
    leaked: count('leaked'),
    offences,
  }
}
