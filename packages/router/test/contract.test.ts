import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { appRouter } from '@parley/router/root'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const page = await readFile(join(root, 'docs/contract.md'), 'utf8')
const built = readTable(sectionOf('Procedures'))

interface Row {
  name: string
  kind: string
  input: string
  output: string
}

function sectionOf(title: string): string {
  const [, section = ''] = page.split(new RegExp(`^##+ ${title}$`, 'm'))
  return section.split(/^##/m)[0]!
}

/** The rows that start with a procedure's name. A `|` inside of a cell is written `\|`. */
function readTable(section: string): Row[] {
  const rows = section.split('\n').filter((line) => /^\| `\w+\.\w+` \|/.test(line))
  return rows.map((row) => {
    const [, name, kind, input, output] = row
      .split(/(?<!\\)\|/)
      .map((cell) => cell.replaceAll('\\|', '|').replaceAll('`', '').trim())
    return { name: name!, kind: kind!, input: input!, output: output! }
  })
}

/** A check is one line, so that the line of an error says which it was. */
const checksOf = ({ name, kind, input, output }: Row): { what: string; doc: string; router: string }[] => {
  const place = name
    .split('.')
    .map((part) => `['${part}']`)
    .join('')
  const result = `Outputs${place}`
  return [
    { what: `${name}: input`, doc: `Asked<${input}>`, router: `Inputs${place}` },
    { what: `${name}: output`, doc: output, router: kind === 'subscription' ? `Yielded<${result}>` : result },
  ]
}

const shapes = page.match(/^```ts\n(.*?)^```$/ms)?.[1] ?? ''
const checks = built.flatMap(checksOf)

const program = [
  `import type { AppRouter } from '@parley/router/root'
import type { ErrorData as RouterErrorData } from '@parley/contract/errors'
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
type Inputs = inferRouterInputs<AppRouter>
type Outputs = inferRouterOutputs<AppRouter>
/** tRPC lets an input that may be undefined be left out. */
type Asked<T> = undefined extends T ? T | void : T
type Yielded<T> = T extends AsyncIterable<infer U> ? U : never
/** Intersections written out, since the same shape in another spelling is the same contract. */
type Flat<T> = T extends Date ? T : T extends object ? { [K in keyof T]: Flat<T[K]> } : T
type Identical<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
type Same<A, B> = Identical<Flat<A>, Flat<B>>`,
  shapes,
  ...checks.map(({ doc, router }, at) => `export const check${at}: Same<${doc}, ${router}> = true`),
  'export const errorData: Same<ErrorData, RouterErrorData> = true',
].join('\n')

/** Compiles the program against the router's sources and returns what is wrong with it, by line. */
async function compile(): Promise<{ line: string; message: string }[]> {
  const cache = join(root, 'node_modules/.cache')
  await mkdir(cache, { recursive: true })
  const folder = await mkdtemp(join(cache, 'contract-'))
  try {
    const compilerOptions = { noEmit: true, declaration: false, declarationMap: false, customConditions: ['source'] }
    const config = { extends: join(root, 'tsconfig.base.json'), compilerOptions, files: ['contract.ts'] }
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config))
    await writeFile(join(folder, 'contract.ts'), program)
    const output = await run(join(root, 'node_modules/.bin/tsc'), ['-p', folder, '--pretty', 'false'])
    const found = output.matchAll(/^.*contract\.ts\((\d+),\d+\): error (.*)$/gm)
    return [...found].map(([, line, message]) => ({ line: program.split('\n')[Number(line) - 1]!, message: message! }))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const run = (command: string, args: string[]) =>
  new Promise<string>((resolve, reject) => {
    execFile(command, args, { cwd: root, maxBuffer: 16 * 1024 * 1024 }, (error, stdout) =>
      error && typeof error.code !== 'number' ? reject(error) : resolve(stdout),
    )
  })

test('docs/contract.md lists every procedure of the router, as the kind it is, and no other', () => {
  const procedures = appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>
  const ofRouter = Object.entries(procedures).map(([name, { _def }]) => `${name} ${_def.type}`)
  const ofPage = built.map(({ name, kind }) => `${name} ${kind}`)
  expect(ofPage.toSorted()).toEqual(ofRouter.toSorted())
})

test('its types are those of the router, exactly', { timeout: 60_000 }, async () => {
  const wrong = (await compile()).map(({ line, message }) => {
    const at = line.match(/^export const check(\d+):/)?.[1]
    return at ? `${checks[Number(at)]!.what} is another than the page says` : `${line}: ${message}`
  })
  expect(wrong).toEqual([])
})
