import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ensureBuilt } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { endTogether, exitOf, root, run, start } from './lib/run.mjs'

// npm start: from a fresh clone to a running Parley, with people to try it as.

const { DATABASE_URL, DATA_DIR = './data', HOST = '127.0.0.1', PORT = '3000', PUBLIC_URL } = process.env
const cli = 'apps/server/dist/cli.js'
/** Demo people are for the person at this machine, never for a network or for somebody's database. */
const demo = !DATABASE_URL && ['127.0.0.1', '::1', 'localhost'].includes(HOST)

await ensureInstalled()
await ensureBuilt()
if (demo && !seeded()) {
  const code = await run(process.execPath, [cli, 'seed', '--if-empty'])
  if (code !== 0) process.exit(code)
}
const server = start(process.execPath, [cli, 'serve'], { detached: true })
endTogether(server)
const exit = exitOf(server)
void exit.then((code) => process.exit(code))
await ready()
greet()

async function ready() {
  const host = HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST.includes(':') ? `[${HOST}]` : HOST
  for (;;) {
    const answer = await fetch(`http://${host}:${PORT}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    await sleep(100)
  }
}

function greet() {
  console.log(`\n  Parley is at ${PUBLIC_URL ?? `http://localhost:${PORT}`}\n`)
  for (const { displayName, username, password } of demo ? demoLogIns() : [])
    console.log(`  Log in as ${displayName}: ${username} / ${password}`)
  console.log('\n  Ctrl-C stops it.\n')
}

/** Asking the database itself would open it twice, which takes seconds. */
function seeded() {
  return existsSync(resolve(root, DATA_DIR, 'database')) && demoLogIns().length > 0
}

/** Kept by the seed; gone when somebody deleted them. */
function demoLogIns() {
  try {
    return JSON.parse(readFileSync(resolve(root, DATA_DIR, 'demo-log-ins.json'), 'utf8'))
  } catch {
    return []
  }
}
