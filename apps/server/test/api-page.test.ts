import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { testApp } from '@parley/testkit/test-app'
import { expect, test } from 'vitest'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../../..', import.meta.url))
const tsx = createRequire(import.meta.url).resolve('tsx/cli')

test('every line of docs/api.md does what the page says, with nothing but curl', async () => {
  await using app = await testApp()
  const page = await readFile(`${root}docs/api.md`, 'utf8')
  const blocks = [...page.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, lines]) => lines)
  expect(blocks.length).toBeGreaterThan(3)
  const script = ['set -e', ...blocks.map((block, at) => `printf "\\n== ${at}\\n"\n${block}`)].join('\n')
  const { stdout } = await run('bash', ['-c', script], { env: { PATH: process.env['PATH'], PARLEY: app.url } })
  const [, , sent, read, heard] = stdout.split(/^== \d\n/m)
  expect(JSON.parse(sent ?? '')).toMatchObject({ duplicate: false, message: { body: 'Hello from curl' } })
  expect(read).toContain('HTTP/1.1 200 OK')
  expect(read).toContain('"body":"Hello from curl"')
  expect(heard).toMatch(/^id: 1\ndata: {"type":"message".*\n\nid: 1\ndata: {"type":"ready","version":1}/)
})

test('a client that is generated of openapi.json registers, sends, listens, and resumes', async () => {
  await using app = await testApp()
  const { stdout } = await run(process.execPath, [tsx, `${root}examples/rest/src/main.ts`, app.url])
  expect(JSON.parse(stdout)).toEqual({
    heard: ['one'],
    resumed: ['two', 'three'],
    read: ['one', 'two', 'three'],
  })
})
