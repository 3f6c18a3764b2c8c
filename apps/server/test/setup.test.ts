import { disablePerson } from '@parley/core/auth/disabling'
import { drawSetupCode, makeAdmin } from '@parley/core/setup/service'
import { codeOf } from '@parley/testkit/person'
import { testApp } from '@parley/testkit/test-app'
import { describe, expect, test } from 'vitest'

const forbidden = { data: { appCode: 'forbidden' } }

describe('the set-up code', () => {
  test('makes one person administrator, of many who come with it at once', async () => {
    await using app = await testApp()
    const code = (await drawSetupCode(app.database.db)) ?? ''
    const people = [await app.person('ada'), await app.person('bob'), await app.person('carol')]
    const outcomes = await Promise.all(people.map(({ trpc }) => codeOf(trpc.auth.claimAdmin.mutate({ code }))))
    expect(outcomes.toSorted()).toEqual(['allowed', 'forbidden', 'forbidden'])
    const admins = await Promise.all(people.map(({ trpc }) => trpc.users.me.query()))
    expect(admins.filter(({ isAdmin }) => isAdmin)).toHaveLength(1)
  })

  test('is the one that was printed last, and kept as a hash', async () => {
    await using app = await testApp()
    const first = (await drawSetupCode(app.database.db)) ?? ''
    const second = (await drawSetupCode(app.database.db)) ?? ''
    const kept = await app.database.db.selectFrom('setup_code').selectAll().execute()
    expect(JSON.stringify(kept)).not.toContain(second)
    const alice = await app.person('alice')
    await expect(alice.trpc.auth.claimAdmin.mutate({ code: first })).rejects.toMatchObject(forbidden)
    expect(await alice.trpc.auth.claimAdmin.mutate({ code: second })).toMatchObject({ isAdmin: true })
  })

  test('is there only while nobody administers the server', async () => {
    await using app = await testApp()
    const [alice, bob] = [await app.person('alice'), await app.person('bob')]
    const code = (await drawSetupCode(app.database.db)) ?? ''
    await makeAdmin(app.database.db, 'Alice', true)
    await expect(bob.trpc.auth.claimAdmin.mutate({ code })).rejects.toMatchObject(forbidden)
    expect(await drawSetupCode(app.database.db)).toBeNull()
    expect(await alice.trpc.users.me.query()).toMatchObject({ isAdmin: true })
    await disablePerson(app.database.db, 'alice')
    expect(await drawSetupCode(app.database.db)).not.toBeNull()
  })
})
