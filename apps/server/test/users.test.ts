import { testApp } from '@parley/testkit/test-app'
import { expect, test } from 'vitest'

test('people are found by the start of a username or of any word of their name, and by the whole of a proven e-mail address', async () => {
  await using app = await testApp()
  const { alice } = await app.twoMembers()
  const carol = await app.person('carol_100')
  await carol.trpc.users.update.mutate({ displayName: 'Carolina de la Peña' })
  const find = async (query: string) => (await alice.trpc.users.search.query({ query })).map((user) => user.username)
  expect(await find('ali')).toEqual(['alice'])
  expect(await find('PEÑ')).toEqual(['carol_100'])
  expect(await find('carol_100@example.com')).toEqual([])
  await app.database.db.updateTable('users').set({ email_verified_at: new Date() }).execute()
  expect(await find('carol_100@example.com')).toEqual(['carol_100'])
  expect(await find('@example.com')).toEqual([])
  expect(await find('%')).toEqual([])
  expect(await find('carol%')).toEqual([])
  expect(await alice.trpc.users.search.query({ query: 'carol_1', limit: 1 })).toEqual([
    { id: carol.user.id, username: 'carol_100', displayName: 'Carolina de la Peña', avatarUrl: null },
  ])
})

test('a person is had by id, and nobody is not_found', async () => {
  await using app = await testApp()
  const { alice, bob } = await app.twoMembers()
  const { id, username, displayName, avatarUrl } = bob.user
  expect(await alice.trpc.users.byId.query({ userId: id })).toEqual({ id, username, displayName, avatarUrl })
  const nobody = alice.trpc.users.byId.query({ userId: '00000000-0000-4000-8000-000000000000' })
  await expect(nobody).rejects.toMatchObject({ data: { appCode: 'not_found' } })
})
