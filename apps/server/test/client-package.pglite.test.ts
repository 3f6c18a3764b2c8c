import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { testApp } from '@parley/testkit/test-app'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

// What a frontend developer outside of this repository gets: the tarball, installed from the registry's packages into a
// folder of its own, compiled by three compilers, and the examples run. What is packed is what `npm run build` made.

const run = promisify(execFile)
const root = fileURLToPath(new URL('../../..', import.meta.url))
const password = 'correct horse battery'
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-consumer-'))
  await run('npm', ['run', '-w', '@parley/client', 'pack'], { cwd: root })
  await cp(join(root, 'fixtures/consumer'), folder, { recursive: true })
  await cp(join(root, 'examples/client'), join(folder, 'examples'), { recursive: true })
  const packed = join(root, 'packages/client/package')
  const tarball = (await readdir(packed)).find((name) => name.endsWith('.tgz'))!
  const flags = ['--prefer-offline', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error']
  await run('npm', ['install', ...flags, join(packed, tarball)], { cwd: folder }).catch((error: Error) => {
    throw new Error(`The package did not install. Is the registry there? This test needs it.\n${error.message}`)
  })
  // Also the check of what needs no other compiler: this one, with modules as Node resolves them.
  await node(['node_modules/typescript-7/bin/tsc', '-p', '.'])
}, 300_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

/** Settles with what a program in the consumer's folder printed; what it printed is the failure, too. */
const node = (args: string[]) =>
  run(process.execPath, args, { cwd: folder, timeout: 240_000 }).then(
    ({ stdout }) => stdout,
    (error: { stdout: string; stderr: string }) => Promise.reject(new Error(error.stdout + error.stderr)),
  )

const start = (program: string, ...args: string[]) =>
  spawn(process.execPath, [`out/examples/${program}`, ...args], { cwd: folder })

/** What a program has printed so far. */
function heard({ stdout, stderr }: ChildProcess): () => string {
  let output = ''
  for (const stream of [stdout, stderr]) stream?.on('data', (chunk) => (output += chunk))
  return () => output
}

const patience = { timeout: 30_000 }

describe('the package of the client', { timeout: 250_000 }, () => {
  // The older compilers take long: each shows one of the two ways to resolve modules, the newest both.
  test.each([
    ['typescript-5', 'tsconfig.json'],
    ['typescript-6', 'tsconfig.bundler.json'],
    ['typescript-7', 'tsconfig.bundler.json'],
  ])('is typed under %s with %s', async (name, config) => {
    expect(await node([`node_modules/${name}/bin/tsc`, '-p', config, '--noEmit'])).toBe('')
  })

  test('brings nothing of the server, and the word of every procedure', async () => {
    const installed = JSON.parse(await readFile(join(folder, 'node_modules/.package-lock.json'), 'utf8'))
    const { dependencies } = installed.packages['node_modules/@parley/client']
    expect(Object.keys(dependencies)).toEqual(['superjson', 'zod'])
    const declared = await readFile(join(folder, 'node_modules/@parley/client/shared/client.d.ts'), 'utf8')
    expect(declared).toMatch(/Says something in a room[^/]*\*\/\s*send: /)
  })

  test('works against a live server: calls, a watch, a timeline, and the examples', async () => {
    await using app = await testApp()
    expect(JSON.parse(await node(['out/src/live.js', app.url]))).toEqual({
      user: 'pat',
      transport: 'ws',
      heard: ['ready', 'by the timeline', 'by the procedure'],
      listed: [
        ['by the timeline', true],
        ['by the procedure', true],
      ],
      refusal: 'not_found',
      tooMany: false,
    })

    const ana = await app.person('ana')
    const { id: roomId } = await ana.trpc.rooms.create.mutate({ kind: 'private', name: 'Ours' })
    await ana.say(roomId, 'before')
    const bodies = async () => (await ana.trpc.messages.list.query({ roomId })).items.map(({ body }) => body)

    const shown = await node(['out/src/widget.js', app.url, 'ana', password, roomId])
    expect(shown).toContain('before')
    expect(await bodies()).toEqual(['before', 'by the widget'])

    const terminal = start('terminal.js', app.url, 'ana', password, roomId)
    const printed = heard(terminal)
    await expect.poll(printed, patience).toContain('by the widget')
    terminal.stdin.end('by the terminal\n')
    await new Promise((done) => terminal.once('exit', done))
    expect(await bodies()).toContain('by the terminal')

    const bob = await app.person('bob')
    await ana.trpc.rooms.addMember.mutate({ roomId, userId: bob.user.id })
    const scopes = ['rooms:read', 'users:read', 'messages:read', 'messages:write']
    const { token } = await bob.trpc.auth.createToken.mutate({ name: 'dice', scopes })
    const bot = start('bot.js', app.url, token, roomId)
    const told = heard(bot)
    await expect.poll(told, patience).toContain('bob listens')
    await ana.say(roomId, '!roll 2d1')
    await expect.poll(bodies, patience).toContain('1 + 1 = 2')
    bot.kill()
    await new Promise((done) => bot.once('exit', done))
  })
})
