import { once } from 'node:events'
import { createServerDatabase, databaseKind } from '@parley/testkit/databases'
import { createPerson } from '@parley/testkit/person'
import { runCli, startServer } from '@parley/testkit/server-process'
import { describe, expect, test } from 'vitest'

const emptyServer = async () => ({ ...(await createServerDatabase()).env, LOG_LEVEL: 'info' })

async function runToEnd(args: string[], env: Record<string, string>) {
  const { process, output } = runCli(args, env)
  const [code] = await once(process, 'exit')
  return { code, output: output() }
}

describe('parley serve', { timeout: 60_000 }, () => {
  test('drains on SIGTERM: open sockets are closed with 1012, and it exits with 0 within ten seconds', async () => {
    const server = await startServer(await emptyServer())
    const alice = await createPerson(server.url, 'alice')
    const room = await alice.trpc.rooms.create.mutate({ kind: 'public', name: 'General' })
    await alice.watch(room.id).take(1)
    const closed = new Promise<number>((resolve) =>
      alice.socket.connection?.ws.addEventListener('close', ({ code }) => resolve(code)),
    )
    const began = Date.now()
    expect(await server.stop('SIGTERM')).toBe(0)
    expect(Date.now() - began).toBeLessThan(10_000)
    expect(await closed).toBe(1012)
    await alice.close()
  })

  test('logs what is configured, and no secret', async () => {
    const secret = 'a-secret-that-nobody-may-read-in-a-log'
    const server = await startServer({ ...(await emptyServer()), JWT_SECRET: secret, LOG_LEVEL: 'debug' })
    const alice = await createPerson(server.url, 'alice')
    await alice.trpc.users.me.query()
    await server.stop('SIGTERM')
    const output = server.output()
    expect(output).toContain('"msg":"starting"')
    expect(output).toMatch(/"event":"users.me".*"ms":/)
    for (const hidden of [secret, 'correct horse battery', alice.session.accessToken, alice.session.refreshToken!])
      expect(output).not.toContain(hidden)
  })

  test('says which variable is wrong, and ends', async () => {
    const { code, output } = await runToEnd(['serve'], { ...(await emptyServer()), PORT: 'http' })
    expect(code).toBe(1)
    expect(output).toContain('PORT')
  })

  test.runIf(databaseKind() === 'pglite')('refuses a data folder that another process has open', async () => {
    const env = await emptyServer()
    const server = await startServer(env)
    const second = await runToEnd(['migrate'], env)
    expect(second.code).toBe(1)
    expect(second.output).toMatch(/in use by another process/)
    await server.stop('SIGTERM')
  })
})

describe('parley', { timeout: 60_000 }, () => {
  test('makes a person who can log in, also when sign-up is closed', async () => {
    const env = { ...(await emptyServer()), SIGNUP: 'closed' }
    const details = ['--email', 'ada@example.com', '--username', 'ada', '--password', 'correct horse battery']
    const made = await runToEnd(['user', 'create', ...details], env)
    expect(made).toMatchObject({ code: 0, output: expect.stringContaining('Made ada') })
    const again = await runToEnd(['user', 'create', ...details], env)
    expect(again).toMatchObject({ code: 1, output: expect.stringContaining('taken') })
  })

  test('shuts a person out and lets them in, and prints a link to set their password', async () => {
    const env = { ...(await emptyServer()), PUBLIC_URL: 'https://chat.example' }
    const details = ['--email', 'ada@example.com', '--username', 'ada', '--password', 'correct horse battery']
    await runToEnd(['user', 'create', ...details], env)
    const act = (command: string, login = 'ada') => runToEnd(['user', command, '--login', login], env)
    expect(await act('disable')).toMatchObject({ code: 0, output: expect.stringContaining('Disabled ada') })
    expect(await act('enable', 'Ada@example.com')).toMatchObject({ code: 0 })
    expect((await act('reset-password')).output).toMatch(/https:\/\/chat\.example\/reset-password#[\w-]{43}\n/)
    expect(await act('disable', 'nobody')).toMatchObject({ code: 1, output: expect.stringContaining('Nobody here') })
  })

  test('seeds an empty database, and only an empty one', async () => {
    const env = await emptyServer()
    expect(await runToEnd(['seed'], env)).toMatchObject({ code: 0, output: expect.stringContaining('Demo data') })
    expect(await runToEnd(['seed'], env)).toMatchObject({ code: 1 })
    expect(await runToEnd(['seed', '--if-empty'], env)).toMatchObject({ code: 0 })
    expect(await runToEnd(['after-restore'], env)).toMatchObject({ code: 0, output: expect.stringContaining('Lifted') })
    expect(await runToEnd(['doctor'], env)).toMatchObject({ code: 0, output: expect.stringContaining('answers') })
  })
})
