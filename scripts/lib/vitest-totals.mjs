import { writeFileSync } from 'node:fs'

/** Writes how many tests passed, failed and were skipped in each project, to the file that `TOTALS_FILE` names. */
export default class VitestTotals {
  onTestRunEnd(modules) {
    const totals = {}
    for (const module of modules) {
      const total = (totals[module.project.name] ??= { passed: 0, failed: 0, skipped: 0 })
      // A file that did not even load has no tests to count.
      if (module.errors().length > 0) total.failed += 1
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        total[state === 'pending' ? 'failed' : state] += 1
      }
    }
    writeFileSync(process.env.TOTALS_FILE, JSON.stringify(totals))
  }
}
