import type { Member } from '@parley/contract/rooms'
import type { Person } from '@parley/testkit/person'
import { type TestApp, testApp } from '@parley/testkit/test-app'
import { sql } from 'kysely'
import { expect, test } from 'vitest'

const nameOf = ({ user }: Member) => user.username

/** Alice’s room of six, who came in the order of their names; whoever is named `at` comes online. */
async function peopled(app: TestApp) {
  const { alice, bob, room } = await app.twoMembers()
  const others = await Promise.all(['carol', 'dave', 'erin', 'frank'].map(app.person))
  for (const { trpc } of others) await trpc.rooms.join.mutate({ roomId: room })
  const people = new Map([alice, bob, ...others].map((person) => [person.user.username, person]))
  const come = (...names: string[]) =>
    names.forEach((name) => app.deps.presence.renew(people.get(name)!.user.id, 'device', { held: true }))
  const go = (name: string) => app.deps.presence.release(people.get(name)!.user.id, 'device')
  return { alice, room, come, go }
}

/** Every page, and what happens after each. */
async function readAll({ trpc }: Person, roomId: string, after: (() => unknown)[] = [], query?: string) {
  const pages: string[][] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await trpc.rooms.members.query({ roomId, limit: 2, cursor, ...(query && { query }) })
    pages.push(page.items.map(nameOf))
    cursor = page.nextCursor
    await after[pages.length - 1]?.()
  }
  return pages
}

test('who is there comes first, then the others, each in the order of joining, page by page', async () => {
  await using app = await testApp()
  const { alice, room, come } = await peopled(app)
  expect(await readAll(alice, room)).toEqual([
    ['alice', 'bob'],
    ['carol', 'dave'],
    ['erin', 'frank'],
  ])
  come('frank', 'bob', 'dave')
  expect(await readAll(alice, room)).toEqual([
    ['bob', 'dave'],
    ['frank', 'alice'],
    ['carol', 'erin'],
  ])
})

test('who comes or goes while somebody reads is not missed', async () => {
  await using app = await testApp()
  const { alice, room, come, go } = await peopled(app)
  come('bob', 'dave', 'frank')
  const cometh = await readAll(alice, room, [() => come('carol'), () => come('alice')])
  expect(cometh.flat()).toEqual(['bob', 'dave', 'frank', 'alice', 'carol', 'erin'])
  const leaves = await readAll(alice, room, [
    async () => {
      for (const name of ['dave', 'frank']) go(name)
      const online = () => app.deps.presence.listOnline().length
      await expect.poll(online, { timeout: 10_000 }).toBe(3)
    },
  ])
  expect(new Set(leaves.flat()).size).toBe(6)
})

test('people are found by the start of a username or of words of their names, who is there first', async () => {
  await using app = await testApp()
  const { alice, room, come } = await peopled(app)
  const { db } = app.database
  const name = (username: string, display_name: string) =>
    db.updateTable('users').set({ display_name }).where('username', '=', username).execute()
  await name('bob', 'Robert O’Carroll')
  await name('dave', 'David Carter')
  await name('erin', "it's \\ 'quoted' & !")
  come('dave')
  const find = async (query: string) => (await readAll(alice, room, [], query)).flat()
  expect(await find('Car')).toEqual(['dave', 'bob', 'carol'])
  expect(await find('david ca')).toEqual(['dave'])
  expect(await find('arter')).toEqual([])
  for (const odd of ["it's", "'", '\\', '&', '!', ':*', '%', "' | 'a"]) expect((await find(odd)).length).toBeLessThan(2)
})

test('a page of ten thousand members goes through no whole table, whoever is there', { timeout: 60_000 }, async () => {
  await using app = await testApp()
  const { alice, room: roomId } = await peopled(app)
  const { db } = app.database
  await sql`insert into users (id, username, email, display_name)
    select gen_random_uuid(), 'user-' || n, 'user-' || n || '@example.com', 'User ' || n
    from generate_series(1, 10000) n`.execute(db)
  await sql`insert into members (room_id, user_id, joined_at)
    select ${roomId}, id, now() + row_number() over () * interval '1 ms' from users where username like 'user-%'`.execute(
    db,
  )
  // There are other rooms, and other people.
  for (let at = 0; at < 4; at++) {
    const { id: other } = await alice.trpc.rooms.create.mutate({ kind: 'public', name: `Other ${at}` })
    await sql`insert into members (room_id, user_id)
      select ${other}, id from users where username like 'user-%'`.execute(db)
  }
  await sql`insert into users (id, username, email, display_name)
    select gen_random_uuid(), 'else-' || n, 'else-' || n || '@example.com', 'Else ' || n
    from generate_series(1, 20000) n`.execute(db)
  await sql`analyze`.execute(db)
  const ids = await db.selectFrom('users').select('id').where('username', 'like', 'user-%0').execute()
  for (const here of [0, 1, 1_000]) {
    for (const { id } of ids.slice(0, here)) app.deps.presence.renew(id, 'device', { held: true })
    const { nextCursor: cursor } = await alice.trpc.rooms.members.query({ roomId })
    for (const input of [{}, { cursor }, { query: 'user 77' }, { query: 'user' }]) {
      const statements = await app.statementsOf(() => alice.trpc.rooms.members.query({ roomId, ...input }))
      for (const one of statements.filter(
        ({ sql: text }) => text.includes('"joined_at"') && text.includes('"users"'),
      )) {
        const { rows } = await db.executeQuery<{ 'QUERY PLAN': string }>({
          query: sql``.toOperationNode(),
          queryId: { queryId: 'roster' },
          sql: `explain ${one.sql}`,
          parameters: one.parameters,
        })
        const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
        expect(plan, `${here} there: ${JSON.stringify(input)}`).not.toContain('Seq Scan')
      }
    }
  }
})
