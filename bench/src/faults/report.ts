import type { Offence } from './oracle.js'
import type { RunResult } from './run.js'

const shown = 5

/** A table for people, the first offending histories, and the figures as one line of JSON at the end. */
export function report({ figures, offences, crashes }: RunResult, { table }: { table: boolean }): void {
  if (table)
    for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(12)} ${JSON.stringify(value)}`)
  for (const offence of firstOfEach(offences)) {
    console.log(`\n${offence.kind}: ${offence.what}`)
    console.log(JSON.stringify(offence.history, null, 2).slice(0, 4_000))
  }
  for (const words of crashes.slice(0, shown)) console.log(`\nThe server ended by itself:\n${words}`)
  console.log(JSON.stringify(figures))
}

/** Few of each kind, so that one kind does not hide another. */
function firstOfEach(offences: Offence[]): Offence[] {
  const seen = new Map<string, number>()
  return offences.filter(({ kind }) => {
    const before = seen.get(kind) ?? 0
    seen.set(kind, before + 1)
    return before < shown
  })
}
