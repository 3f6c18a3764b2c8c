import { readFileSync } from 'node:fs'
import { external } from './bundle.mjs'

const own = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const contract = JSON.parse(readFileSync(new URL('../../contract/package.json', import.meta.url), 'utf8'))
const versions = { ...own.dependencies, ...contract.dependencies }

const subpath = (name) => ({ types: `./${name}.d.ts`, default: `./${name}.js` })
const optional = { optional: true }

/** The `package.json` of the package: what the bundle leaves out, and nothing of the server's. */
export const manifest = {
  name: own.name,
  version: own.version,
  description: 'Typed client of a Parley server: every procedure, live timelines, React hooks.',
  license: 'MIT',
  type: 'module',
  sideEffects: false,
  engines: { node: '>=20.19.0' },
  exports: { '.': subpath('index'), './react': subpath('react'), './contract': subpath('contract') },
  dependencies: pick(['superjson', 'zod']),
  peerDependencies: {
    ...pick(['@trpc/client', '@trpc/server', '@tanstack/react-query']),
    ...own.peerDependencies,
  },
  peerDependenciesMeta: { '@tanstack/react-query': optional, react: optional },
}

const forgotten = external.filter((name) => !(name in { ...manifest.dependencies, ...manifest.peerDependencies }))
if (forgotten.length > 0) throw new Error(`Not bundled and not in the manifest: ${forgotten.join(', ')}`)

/** Of one's own exact versions, every later one with the same major number. */
function pick(names) {
  return Object.fromEntries(names.map((name) => [name, `^${versions[name]}`]))
}
