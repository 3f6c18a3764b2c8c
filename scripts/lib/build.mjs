import { bin, runQuietly } from './run.mjs'

/** Builds what changed; a build that is current is known by its inputs and costs about a second. */
export async function ensureBuilt() {
  const slow = setTimeout(() => console.log('Building …'), 2000)
  const { code, output } = await runQuietly(bin('turbo'), ['run', 'build', '--output-logs=errors-only'])
  clearTimeout(slow)
  if (code === 0) return
  console.error(output)
  console.error('The build failed; what it said is above.')
  process.exit(1)
}
