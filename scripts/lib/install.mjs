import { createHash } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { root, runQuietly } from './run.mjs'

const lockFile = `${root}package-lock.json`
/** The lock file that `node_modules` was installed from. */
const installedFrom = `${root}node_modules/.parley-lock-hash`

/** Installs the packages unless `node_modules` already is what the lock file says. */
export async function ensureInstalled() {
  requireNode()
  const hash = createHash('sha256').update(readFileSync(lockFile)).digest('hex')
  if (read(installedFrom) === hash) return
  if (!installedByHand()) await install()
  writeFileSync(installedFrom, hash)
}

async function install() {
  console.log('Installing packages; the first time takes a minute or two …')
  const { code, output } = await runQuietly('npm', ['ci'])
  if (code === 0) return
  // npm says what is wrong first, and then all its options.
  console.error(output.split('\n').slice(0, 20).join('\n'))
  console.error('The packages did not install. Is the network there? Once `npm ci` works here, start again.')
  process.exit(1)
}

/** npm keeps its own note of what it installed; newer than the lock file, it was made from it. */
const installedByHand = () => mtime(`${root}node_modules/.package-lock.json`) >= mtime(lockFile)

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(`Parley needs Node 20.19 or newer; this is ${process.versions.node}.`)
  process.exit(1)
}

const read = (path) => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

const mtime = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
