import { setPriority } from 'node:os'
import { type Attack, attacks } from './attacks.js'
import type { Target } from './line.js'
import { noTally } from './tally.js'

// One attack, in a process of its own that gives way to the others: who attacks has a machine of their own, whose work must
// not be taken for the server's. Argument: which. Told against whom, it begins; told to stop, it says what became of it.

const [name = ''] = process.argv.slice(2)
const tally = noTally()

setPriority(19)
process.on('message', (asked: Target | 'stop') => {
  if (asked !== 'stop') return attacks[name as Attack](asked, tally)
  process.send?.(tally, () => process.exit())
})
