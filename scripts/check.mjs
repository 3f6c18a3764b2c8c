import { ensureBuilt } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { bin, runQuietly } from './lib/run.mjs'

// npm run check: everything about the code that can be said without running it.

const steps = [
  ['format', bin('oxfmt'), '--check'],
  [
    'lint and boundaries',
    bin('oxlint'),
    '--format=stylish',
    '--type-aware',
    '--deny-warnings',
    '--report-unused-disable-directives',
  ],
  ['unused', bin('knip'), '--no-progress'],
  ['types', bin('turbo'), 'run', 'typecheck', '--output-logs=errors-only', '--continue'],
  ['generated files', 'npm', 'run', '-w', 'db', 'generate', '--', '--check'],
  ['bridge', 'npm', 'run', '--silent', '-w', '@parley/router', 'generate', '--', '--check'],
  ['example', 'npm', 'run', '--silent', '-w', '@parley/example-rest', 'generate', '--', '--check'],
  ['the client package', 'npm', 'run', '-w', '@parley/client', 'pack'],
]

await ensureInstalled()
// The typed lint reads the packages' declarations.
await ensureBuilt()
const failed = []
for (const [name, command, ...args] of steps) {
  const from = performance.now()
  const { code, output } = await runQuietly(command, args)
  const seconds = ((performance.now() - from) / 1000).toFixed(1)
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name.padEnd(20)} ${seconds.padStart(5)} s`)
  if (code === 0) {
    if (name === 'bridge') console.log(`        ${output.trim().split('\n').at(-1)}`)
    continue
  }
  failed.push(name)
  console.log(output.trim().replaceAll(/^/gm, '        '))
}
if (failed.length > 0) {
  console.error(`\nFailed: ${failed.join(', ')}.`)
  process.exit(1)
}
