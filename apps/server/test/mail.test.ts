import { connect } from '@parley/testkit/person'
import { testApp, type TestApp } from '@parley/testkit/test-app'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openMailbox } from './mailbox.js'

const email = 'ada@example.com'
const password = 'correct horse battery'
const nobody = (app: TestApp) => connect(app.url, () => null).trpc
const withMail = (url: string, env: Record<string, string> = {}) =>
  testApp({ env: { SMTP_URL: url, PUBLIC_URL: 'https://chat.example', ...env } })

describe('with a mail server', () => {
  test('a code is mailed and shown nowhere else', async () => {
    await using mailbox = await openMailbox()
    await using app = await withMail(mailbox.url)
    const requested = await nobody(app).auth.requestCode.mutate({ email })
    expect(requested).toEqual({ expiresAt: expect.any(Date) })
    const mail = await mailbox.next()
    expect(mail).toMatchObject({ to: [{ address: email }], from: { address: 'no-reply@chat.example' } })
    const code = mail.text?.match(/^\d{6}/)?.[0] ?? ''
    expect(await nobody(app).auth.verifyCode.mutate({ email, code })).toMatchObject({ user: { email } })
    const { rows } = await sql<{ data: object }>`select data from pgboss.job where name like 'mail-%'`.execute(
      app.database.db,
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const { data } of rows) expect(Object.keys(data)).toEqual(['id'])
  })

  test('a link leads to PUBLIC_URL, whatever host was asked', async () => {
    await using mailbox = await openMailbox()
    await using app = await withMail(mailbox.url)
    await nobody(app).auth.register.mutate({ email, username: 'ada', password })
    const { hostname, port } = new URL(app.url)
    const { request } = await import('node:http')
    await new Promise<void>((resolve) => {
      const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'content-type': 'application/json' }
      const call = request({ hostname, port, method: 'POST', path: '/trpc/auth.requestReset', headers }, (response) => {
        response.resume().on('end', () => resolve())
      })
      call.end(JSON.stringify({ json: { email } }))
    })
    const { text = '' } = await mailbox.next()
    expect(text).not.toContain('evil.example')
    const token = text.match(/https:\/\/chat\.example\/reset-password#(\S+)/)?.[1] ?? ''
    await nobody(app).auth.resetPassword.mutate({ token, password: 'staple of another kind' })
  })

  test('nobody is mailed where nobody is, and the answer does not tell', async () => {
    await using mailbox = await openMailbox()
    await using app = await withMail(mailbox.url, { SIGNUP: 'closed' })
    expect(await nobody(app).auth.requestCode.mutate({ email })).toEqual({ expiresAt: expect.any(Date) })
    expect(await nobody(app).auth.requestReset.mutate({ email })).toEqual({ expiresAt: expect.any(Date) })
    await expect
      .poll(
        async () =>
          (await sql`select 1 from pgboss.job where state = 'completed'`.execute(app.database.db)).rows.length,
        { timeout: 10_000 },
      )
      .toBe(2)
    expect(mailbox.mails).toEqual([])
  })

  test('a mail that the server did not take is sent again', async () => {
    await using mailbox = await openMailbox({ refusing: 1 })
    await using app = await withMail(mailbox.url)
    await nobody(app).auth.requestCode.mutate({ email })
    const { text = '' } = await mailbox.next()
    const code = text.match(/^\d{6}/)?.[0] ?? ''
    expect(await nobody(app).auth.verifyCode.mutate({ email, code })).toMatchObject({ user: { email } })
  })
})
