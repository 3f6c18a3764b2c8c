import { ensureInstalled } from './lib/install.mjs'
import { bin, env, run } from './lib/run.mjs'

// npm run property: the random histories of npm test, ten thousand of them. `npm run property -- 500` asks for so many.

const [histories = '10000'] = process.argv.slice(2)
const database = env.TEST_PROJECT ?? 'postgres'

await ensureInstalled()
process.exitCode = await run(bin('vitest'), ['run', '--project', database, 'counts-at-random'], {
  env: { ...env, HISTORIES: histories },
})
