import { ensureInstalled } from './lib/install.mjs'
import { bin, env, run } from './lib/run.mjs'

// npm run property: the random histories and frames of npm test, ten thousand of them, which takes most of an hour. `npm run property --
// 2500 counts-at-random` asks for so many of one test; every run draws others, and a failure names its seed.

const [histories = '10000', ...chosen] = process.argv.slice(2)
const tests = chosen.length > 0 ? chosen : ['counts-at-random', 'convergence-of-notifications', 'frames-at-random']
const database = env.TEST_PROJECT ?? 'postgres'

await ensureInstalled()
process.exitCode = await run(bin('vitest'), ['run', '--project', database, ...tests], {
  env: { ...env, HISTORIES: histories },
})
