import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from './lib/build.mjs'
import { findChromium } from './lib/find-chromium.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { bin, env, root, run } from './lib/run.mjs'

// npm test: every test on everything this machine has. `npm test -- name` runs the files that match.

const ci = env.CI === 'true'
const chosen = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'parley-totals-'))
const ran = []
const missing = []

await ensureInstalled()
await ensureBuilt()
await runVitest()
if (chosen.length === 0) await runBrowser()
rmSync(folder, { recursive: true, force: true })
report()

async function runVitest() {
  const file = join(folder, 'vitest.json')
  const reporters = ['--reporter=default', `--reporter=${root}scripts/lib/vitest-totals.mjs`]
  const coverage = ci && chosen.length === 0 ? ['--coverage'] : []
  const code = await run(bin('vitest'), ['run', ...reporters, ...coverage, ...chosen], {
    env: { ...env, TOTALS_FILE: file },
  })
  const totals = read(file) ?? {}
  add('without a database', totals.unit)
  add(`on the embedded database${totals.postgres ? ' (its part)' : ''}`, totals.pglite)
  add(env.TEST_DATABASE_URL ? 'on PostgreSQL (TEST_DATABASE_URL)' : 'on PostgreSQL (one of its own)', totals.postgres)
  if (!totals.postgres && chosen.length === 0)
    missing.push('on PostgreSQL: no server programs on this machine, and TEST_DATABASE_URL is not set')
  noteExit('vitest', code, Object.values(totals))
}

async function runBrowser() {
  const config = 'apps/web/playwright.config.ts'
  const chromium = findChromium()
  if (!existsSync(`${root}${config}`)) return missing.push(`in a browser: there is no ${config}`)
  if (!chromium) return missing.push('in a browser: no Chromium on this machine (CHROMIUM_PATH names one)')
  const file = join(folder, 'browser.json')
  const browserEnv = { ...env, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file }
  const code = await run(bin('playwright'), ['test', '-c', config, '--reporter=list,json'], { env: browserEnv })
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = read(file)?.stats ?? {}
  // A browser on a busy machine may miss a moment: CI gives it a second attempt, and says so.
  const total = { passed: expected + flaky, failed: unexpected, skipped }
  add(`in a browser (${chromium})`, total)
  if (flaky > 0) console.log(`\n${flaky} in the browser passed at the second attempt only: look at their traces.`)
  noteExit('playwright', code, [total])
}

function add(name, total) {
  if (total) ran.push({ name, ...total })
}

/** A run may fail though no test did: an error outside of one, or coverage below its threshold. */
function noteExit(name, code, totals) {
  if (code !== 0 && totals.every(({ failed }) => failed === 0))
    ran.push({ name: `${name} itself ended with ${code}`, passed: 0, failed: 1, skipped: 0 })
}

function report() {
  console.log('\nTests that ran')
  for (const total of ran) console.log(`  ${total.name.padEnd(40)} ${say(total)}`)
  if (missing.length > 0) console.log(`\nTests that could not run${ci ? ', which fails in CI' : ''}`)
  for (const one of missing) console.log(`  ${one}`)
  const sum = (key) => ran.reduce((all, total) => all + total[key], 0)
  const all = { passed: sum('passed'), failed: sum('failed') + (ci ? missing.length : 0), skipped: sum('skipped') }
  console.log(`\n${say(all)}`)
  process.exitCode = all.failed > 0 || all.passed === 0 ? 1 : 0
}

function say({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

function read(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}
