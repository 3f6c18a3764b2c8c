import { readdirSync, existsSync } from 'node:fs'
import { ensureBuilt } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { endTogether, exitOf, root, start } from './lib/run.mjs'

// npm run bench -- NAME [--json]: a table and, as the last line, one JSON object. The servers run as they are built.

const [name = '', ...args] = process.argv.slice(2)
const main = (folder) => `bench/src/${folder}/main.ts`
const known = readdirSync(`${root}bench/src`).filter((folder) => existsSync(`${root}${main(folder)}`))
if (!known.includes(name)) {
  console.error(`npm run bench -- NAME [--json], where NAME is one of: ${known.join(', ')}`)
  process.exit(1)
}

await ensureInstalled()
await ensureBuilt()
const bench = start(process.execPath, ['--conditions=source', '--import', 'tsx', main(name), ...args], {
  detached: true,
})
endTogether(bench)
process.exitCode = await exitOf(bench)
