import { spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bundleDeclarations, bundleJavaScript, external } from './bundle.mjs'
import { findBreaks } from './compare.mjs'
import { manifest } from './manifest.mjs'
import { documentRouter } from './procedure-docs.mjs'

// npm run -w @parley/client pack: makes packages/client/package, and the tarball of it beside its files.
// The packages have to be built (`npm run build`): what `tsc` made of them is what is bundled.
// With --release its declarations become those that `npm run check` compares later ones with.

const root = fileURLToPath(new URL('../../..', import.meta.url))
const folder = `${root}packages/client/package`
const released = `${root}packages/client/released`

const undocumented = [...documentRouter()].filter(([, comment]) => !comment).map(([name]) => name)
if (undocumented.length > 0) fail(`Without a doc comment above it in packages/router/src: ${undocumented.join(', ')}.`)

/** The parser of what people write is no shape, and would bring what it is made of. */
const apart = ['markdown']
const contractFiles = readdirSync(`${root}packages/contract/src`)
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((name) => !apart.includes(name))
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder)
await bundleJavaScript(folder, contractFiles)
await bundleDeclarations(folder, contractFiles)
requireSelfContained()
writeFileSync(`${folder}/package.json`, `${JSON.stringify(manifest, null, 2)}\n`)
if (process.argv.includes('--release')) keepDeclarations()
copyWords()
const undeclared = findBreaks(folder).filter((name) => !unreleased().includes(`\`${name}\``))
if (undeclared.length > 0)
  fail(`Breaks programs written for the last release, and docs/changelog.md does not say so: ${undeclared.join(', ')}.`)
const packed = spawnSync('npm', ['pack', '--json', '--loglevel=error'], { cwd: folder, encoding: 'utf8' })
if (packed.status !== 0) fail(packed.stderr)
const [{ filename, size, unpackedSize }] = JSON.parse(packed.stdout)
console.log(`packages/client/package/${filename}: ${size} bytes, ${unpackedSize} unpacked`)

/** Nothing of the package may need what its manifest does not name. */
function requireSelfContained() {
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(js|d\.ts)$/.test(file)) continue
    const code = readFileSync(`${folder}/${file}`, 'utf8')
    for (const [, from] of code.matchAll(/(?:^(?:import|export)\b[^'"]*?|\bimport\()['"]([^'"]+)['"]/gm))
      if (!from.startsWith('.') && !external.some((name) => from === name || from.startsWith(`${name}/`)))
        fail(`${file} needs ${from}, which is not in the package.`)
  }
}

/** The page about the package is its README, with the pages that it leads to beside it. */
function copyWords() {
  const page = readFileSync(`${root}docs/client.md`, 'utf8')
  writeFileSync(`${folder}/README.md`, page.replaceAll('../examples/client/', 'examples/'))
  for (const name of ['contract.md', 'delivery.md', 'changelog.md'])
    copyFileSync(`${root}docs/${name}`, `${folder}/${name}`)
  cpSync(`${root}examples/client`, `${folder}/examples`, { recursive: true })
  copyFileSync(`${root}LICENSE`, `${folder}/LICENSE`)
}

function keepDeclarations() {
  rmSync(released, { recursive: true, force: true })
  const isDeclaration = (path) => statSync(path).isDirectory() || path.endsWith('.d.ts')
  cpSync(folder, released, { recursive: true, filter: isDeclaration })
}

/** What the changelog says of the release to come. */
function unreleased() {
  const [, section = ''] = readFileSync(`${root}docs/changelog.md`, 'utf8').split(/^## Unreleased$/m)
  return section.split(/^## /m)[0]
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
