import { createSeals, type Sealed } from '@parley/core/auth/seals'
import { resealFactors } from '@parley/core/second-factor/resealing'
import { connect } from '@parley/testkit/person'
import { movableClock, testApp } from '@parley/testkit/test-app'
import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import { bytesOf, codeAt } from './authenticator.js'

const password = 'correct horse battery'
const [old, now, foreign] = ['the old secret', 'the one of now', 'of another server'].map((text) =>
  text.padEnd(40, '!'),
) as [string, string, string]
const log = pino({ level: 'silent' })

/** Alice with an authenticator app, at a server whose secret was changed and whose old one still counts. */
async function afterChange() {
  const clock = movableClock()
  const app = await testApp({ clock, env: { JWT_SECRET: now, JWT_SECRET_PREVIOUS: old } })
  const alice = await app.person('alice')
  const { secret: shown } = await alice.trpc.auth.setupTotp.mutate()
  const { recoveryCodes } = await alice.trpc.auth.confirmTotp.mutate({ code: codeAt(shown, clock.now()) })
  const plain = bytesOf(shown)
  const { db } = app.database
  const login = (totp: string) =>
    connect(app.url, () => null).trpc.auth.login.mutate({ login: 'alice', password, totp })
  return {
    id: alice.user.id,
    shown,
    plain,
    recoveryCodes,
    login,
    /** With the next code of the app. */
    loginByApp() {
      clock.advance(30_000)
      return login(codeAt(shown, clock.now()))
    },
    row: () => db.selectFrom('second_factors').select(['secret', 'key_id']).executeTakeFirstOrThrow(),
    put: (sealed: Sealed) => db.updateTable('second_factors').set(sealed).execute(),
    reseal: () => resealFactors(db, createSeals(now, old), log),
    [Symbol.asyncDispose]: () => app[Symbol.asyncDispose](),
  }
}

describe('the secret of a second factor', () => {
  test('is not in the database, in no way of writing it', async () => {
    await using world = await afterChange()
    const { secret, key_id } = await world.row()
    expect(key_id).toBe(createSeals(now).keyId)
    for (const form of ['hex', 'base64', 'latin1'] as const)
      expect(secret.toString(form)).not.toContain(world.plain.toString(form))
    expect(secret.toString('latin1')).not.toContain(world.shown)
    expect(await world.loginByApp()).toMatchObject({ user: { username: 'alice' } })
  })

  test.each(['by the secret of before', 'by none, as releases of before kept it'])(
    'that is sealed %s is good, and sealed anew at the next start',
    async (how) => {
      await using world = await afterChange()
      const before = how.startsWith('by none')
        ? { secret: world.plain, key_id: null }
        : createSeals(old).seal(world.id, world.plain)
      await world.put(before)
      await world.loginByApp()
      expect(await world.row()).toEqual(before)
      await world.reseal()
      expect((await world.row()).key_id).toBe(createSeals(now).keyId)
      // From now on without the secret of before.
      expect(createSeals(now).open(world.id, await world.row())).toEqual(world.plain)
      await world.loginByApp()
    },
  )

  test('that nobody here can open is no way in, and a recovery code still is', async () => {
    await using world = await afterChange()
    const lost = createSeals(foreign).seal(world.id, world.plain)
    await world.put(lost)
    await world.reseal()
    expect(await world.row()).toEqual(lost)
    await expect(world.loginByApp()).rejects.toMatchObject({ data: { appCode: 'unauthenticated' } })
    expect(await world.login(world.recoveryCodes[0] ?? '')).toMatchObject({ user: { username: 'alice' } })
  })

  test('opens for nobody else, and not once a bit of it was changed', () => {
    const seals = createSeals(now)
    const sealed = seals.seal('alice', Buffer.from('a secret of twenty b'))
    expect(seals.open('alice', sealed)?.toString()).toBe('a secret of twenty b')
    expect(seals.open('mallory', sealed)).toBeNull()
    for (let at = 0; at < sealed.secret.length; at++) {
      const secret = Buffer.from(sealed.secret)
      secret[at] = (secret[at] ?? 0) ^ 1
      expect(seals.open('alice', { ...sealed, secret })).toBeNull()
    }
    expect(seals.seal('alice', Buffer.from('x')).secret).not.toEqual(seals.seal('alice', Buffer.from('x')).secret)
  })
})
