import { createRandom, type Random } from '@parley/testkit/random'

/** What is done to the system; `links` are numbers of clients whose way to the server it happens on. */
export type Fault =
  | { kind: 'kill' | 'term' }
  /** A new process takes over from the old one; both serve for a while, these clients already at the new one. */
  | { kind: 'roll'; links: number[]; ms: number }
  | { kind: 'freeze'; ms: number }
  | { kind: 'postgres' }
  /** The database is far away, so that much is under way; then its answers stop and its connections break: commits whose
   *  outcome nobody was told. */
  | { kind: 'unanswered'; latencyMs: number; ms: number }
  | { kind: 'cut'; links: number[] }
  /** The client is gone and the server is not told. */
  | { kind: 'vanish'; links: number[]; ms: number }
  | { kind: 'stall'; links: number[]; ms: number; way: 'both' | 'toClient' }
  | { kind: 'delay'; links: number[]; ms: number; forMs: number }

export type FaultKind = Fault['kind']

export interface Step {
  waitMs: number
  fault: Fault
  /** Nobody begins anything new, then it happens, the weather clears, and what everybody holds is compared. */
  calm: boolean
}

const kinds: [FaultKind, weight: number][] = [
  ['kill', 3],
  ['term', 1],
  ['freeze', 1],
  ['postgres', 2],
  ['unanswered', 3],
  ['cut', 8],
  ['vanish', 3],
  ['stall', 4],
  ['delay', 4],
  ['roll', 3],
]

/** One of every kind to begin with, so that a short run has them all. */
const opening: FaultKind[] = [
  'cut',
  'delay',
  'kill',
  'stall',
  'postgres',
  'vanish',
  'unanswered',
  'roll',
  'freeze',
  'term',
]
/** What leaves commits without an answer, as the last thing before a calm: the next change of a room would cover them up. */
const closing: FaultKind[] = ['unanswered', 'unanswered', 'unanswered', 'postgres', 'kill']
const stepsBetweenCalms = 5

/** An endless list of faults; the same for the same seed. */
export function* planFaults(seed: number, clients: number): Generator<Step> {
  const random = createRandom(seed)
  const weighted = kinds.flatMap(([kind, weight]) => Array<FaultKind>(weight).fill(kind))
  for (let count = 0; ; count++) {
    const calm = count % stepsBetweenCalms === stepsBetweenCalms - 1
    const kind = opening[count] ?? random.pick(calm ? closing : weighted)
    yield { waitMs: random.between(150, 1_200), fault: planFault(kind, random, clients), calm }
  }
}

function planFault(kind: FaultKind, random: Random, clients: number): Fault {
  const some = () => Array.from({ length: clients }, (_, link) => link).filter(() => random.chance(0.3))
  switch (kind) {
    case 'kill':
    case 'term':
    case 'postgres':
      return { kind }
    case 'roll':
      return { kind, links: some(), ms: random.between(2_000, 4_000) }
    case 'freeze':
      return { kind, ms: 3_000 }
    case 'unanswered':
      return { kind, latencyMs: random.between(0, 8), ms: random.between(20, 60) }
    case 'cut':
      return { kind, links: some() }
    case 'vanish':
      return { kind, links: some(), ms: 3_000 }
    case 'stall':
      return { kind, links: some(), ms: random.between(300, 2_500), way: random.pick(['both', 'toClient']) }
    case 'delay':
      return { kind, links: some(), ms: random.between(10, 250), forMs: random.between(500, 4_000) }
  }
}
