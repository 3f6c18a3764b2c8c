import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { report } from './report.js'
import { runFaults } from './run.js'
import { openStage } from './stage.js'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    clients: { type: 'string', default: '30' },
    /** Adds tokens that end within a minute, and every third client on event streams. */
    life: { type: 'boolean', default: false },
    /** A built checkout; this one if absent. */
    server: { type: 'string', default: fileURLToPath(new URL('../../..', import.meta.url)) },
    json: { type: 'boolean', default: false },
    /** Says what is done when. */
    verbose: { type: 'boolean', default: false },
  },
})

const stage = await openStage(values.server, { count: Number(values.clients), life: values.life })
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void stage.close().finally(() => process.exit(130)))
try {
  const log = (line: string) => void (values.verbose && console.error(line))
  const result = await runFaults(stage, { seconds: Number(values.seconds), seed: Number(values.seed), log })
  report(result, { table: !values.json })
  process.exitCode = result.ok ? 0 : 1
} finally {
  await stage.close()
}
process.exit()
