import { readFile, writeFile } from 'node:fs/promises'
import { absences, routes } from '../src/bridge/routes.js'
import { asyncapi } from './asyncapi.js'
import { listing } from './listing.js'
import { openapi } from './openapi.js'

// Writes openapi.json, asyncapi.json and the table in docs/api.md; with --check, says which of them is out of date.

const page = new URL('../../../docs/api.md', import.meta.url)
const [begin, end] = ['<!-- operations -->', '<!-- end of operations -->']
const text = await readFile(page, 'utf8')
const [before = '', rest = ''] = text.split(begin)
const [, after = ''] = rest.split(end)

const made = new Map([
  [new URL('../openapi.json', import.meta.url), toText(openapi())],
  [new URL('../asyncapi.json', import.meta.url), toText(asyncapi())],
  [page, `${before}${begin}\n${listing()}\n${end}${after}`],
])

const stale: string[] = []
for (const [url, content] of made) {
  if (!process.argv.includes('--check')) await writeFile(url, content)
  else if ((await readFile(url, 'utf8').catch(() => '')) !== content) stale.push(url.pathname)
}
const procedures = new Set(routes.map(({ procedureName }) => procedureName))
const events = routes.filter(({ type }) => type === 'subscription').length
console.log(
  `${procedures.size} procedures are ${routes.length} operations of the bridge, ${events} of them event streams; ${absences.length} are not in it.`,
)
if (stale.length > 0) {
  console.error(`Out of date: ${stale.join(', ')}. Run: npm run -w @parley/router generate`)
  process.exit(1)
}

function toText(document: object): string {
  return `${JSON.stringify(document, null, 2)}\n`
}
