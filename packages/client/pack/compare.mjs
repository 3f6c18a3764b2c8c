import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseAst } from 'rolldown/parseAst'
import { listProcedures } from './procedure-docs.mjs'

const client = fileURLToPath(new URL('..', import.meta.url))
const root = fileURLToPath(new URL('../../..', import.meta.url))
const subpaths = ['index', 'react', 'contract']

/**
 * What a program that was written for the last release can no longer do: a procedure whose old input is refused or whose
 * output no longer fits, a name that is gone. `folder` holds the new declarations, `released` the old ones.
 */
export function findBreaks(folder) {
  const old = readDeclarations(`${client}released`)
  const now = readDeclarations(folder)
  const procedures = [...listProcedures(old.router)].map(({ name }) => name)
  const left = new Set([...listProcedures(now.router)].map(({ name }) => name))
  const kept = procedures.filter((name) => left.has(name))
  const gone = [
    ...procedures.filter((name) => !left.has(name)),
    ...subpaths.flatMap((name) => [...old.names[name]].filter((one) => !now.names[name].has(one))),
  ]
  return [...new Set([...gone, ...compile(folder, kept)])]
}

function readDeclarations(folder) {
  const read = (name) => readFileSync(`${folder}/${name}`, 'utf8')
  const router = readdirSync(`${folder}/shared`)
    .filter((name) => name.endsWith('.d.ts'))
    .map((name) => read(`shared/${name}`))
    .find((code) => code.includes('declare const appRouter'))
  return { router, names: Object.fromEntries(subpaths.map((name) => [name, exportsOf(read(`${name}.d.ts`))])) }
}

function exportsOf(code) {
  const exports = parseAst(code, { lang: 'dts' }).body.filter(({ type }) => type === 'ExportNamedDeclaration')
  return new Set(exports.flatMap(({ specifiers }) => specifiers.map(({ exported }) => exported.name)))
}

/** One line a comparison, so that the line of an error says which it was. */
function compile(folder, procedures) {
  const path = (name) => name.replaceAll(/[^.]+/g, "['$&']").replaceAll('.', '')
  const fits = (to, from) => `fits<${to}>(null! as ${from})`
  const lines = procedures.map((name) => ({
    name,
    code: [
      fits(`New.RouterInputs${path(name)}`, `Old.RouterInputs${path(name)}`),
      fits(`Old.RouterOutputs${path(name)}`, `New.RouterOutputs${path(name)}`),
      fits(`Kind<Old.AppRouter${path(name)}>`, `Kind<New.AppRouter${path(name)}>`),
    ].join('; '),
  }))
  lines.push({ name: 'ParleyClient', code: fits('Own<Old.ParleyClient>', 'Own<New.ParleyClient>') })
  lines.push({ name: 'ParleyClientOptions', code: fits('New.ParleyClientOptions', 'Old.ParleyClientOptions') })
  const head = [
    "import type * as Old from '../released/index.js'",
    "import type * as New from './index.js'",
    'declare function fits<T>(value: T): void',
    "type Kind<T extends { _def: { type: string } }> = T['_def']['type']",
    "type Own<T> = Omit<T, 'trpc' | 'links'>",
  ]
  const file = `${folder}/compare.ts`
  writeFileSync(file, [...head, ...lines.map(({ code }) => code)].join('\n'))
  const options = ['--ignoreConfig', '--noEmit', '--strict', '--skipLibCheck', '--pretty', 'false']
  const lib = ['--target', 'es2022', '--module', 'nodenext', '--lib', 'es2023,dom', '--types', 'node']
  const { stdout } = spawnSync(`${root}node_modules/.bin/tsc`, [...options, ...lib, file], {
    cwd: root,
    encoding: 'utf8',
  })
  rmSync(file)
  const found = [...stdout.matchAll(/compare\.ts\((\d+),\d+\): error (.*)/g)]
  if (found.length === 0 && stdout.trim()) throw new Error(stdout)
  return found.map(([, line, message]) => {
    const { name } = lines[Number(line) - 1 - head.length] ?? {}
    if (!name) throw new Error(message)
    return name
  })
}
