import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

test('schema.sql and types.gen.ts are what the migrations make', async () => {
  const folder = fileURLToPath(new URL('..', import.meta.url))
  const args = ['--import', 'tsx', '--conditions=source', 'src/generate.ts', '--check']
  const run = promisify(execFile)(process.execPath, args, { cwd: folder })
  await expect(run).resolves.toMatchObject({ stderr: '' })
})
