import { codeOf } from '@parley/testkit/person'
import { type TestApp, testApp } from '@parley/testkit/test-app'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { expect, test } from 'vitest'
import { holdRoom } from './held-room.js'
import { at, secret, startSecond } from './second-server.js'

// What somebody says while another process holds their room and changes it: one statement judges and writes it, and has
// seen the room as it was before it waited.

/** Says something that waits for the room, which `change` is made to meanwhile; answers with what became of it. */
async function sayDuring(
  app: TestApp,
  roomId: string,
  send: () => Promise<unknown>,
  change: string[],
): Promise<string> {
  const { holder, waitedFor } = await holdRoom(app, roomId)
  const outcome = codeOf(send())
  await waitedFor()
  for (const statement of change) await sql.raw(statement).execute(holder)
  await holder.commit().execute()
  return outcome
}

test('whoever is taken out, or whose room changes, while what they say waits for the room is judged by what is then', async () => {
  await using app = await testApp()
  const { alice, bob } = await app.twoMembers()
  const outcomes: Record<string, string> = {}
  const changes: Record<string, (roomId: string) => string[]> = {
    nothing: () => [],
    removed: (id) => [
      `delete from members where room_id = '${id}' and user_id = '${bob.user.id}'`,
      `update rooms set member_count = member_count - 1, departures = departures + 1 where id = '${id}'`,
    ],
    archived: (id) => [`update rooms set archived_at = now() where id = '${id}'`],
    deleted: (id) => [`update rooms set deleted_at = now() where id = '${id}'`],
    renamed: (id) => [`update rooms set name = 'Another' where id = '${id}'`],
    muted: (id) => [
      `update members set muted_until = now() + interval '1 hour' where room_id = '${id}' and user_id = '${bob.user.id}'`,
      `update rooms set departures = departures + 1 where id = '${id}'`,
    ],
    'gone for good': (id) => [
      `update users set erasing_at = now() where id = '${bob.user.id}'`,
      `update rooms set departures = departures + 1 where id = '${id}'`,
    ],
  }
  for (const [name, change] of Object.entries(changes)) {
    const { id: roomId } = await alice.trpc.rooms.create.mutate({ kind: 'private', name })
    await alice.trpc.rooms.addMember.mutate({ roomId, userId: bob.user.id })
    const send = () => bob.trpc.messages.send.mutate({ roomId, clientId: newId(), body: name })
    outcomes[name] = await sayDuring(app, roomId, send, change(roomId))
  }
  expect(outcomes).toEqual({
    nothing: 'allowed',
    removed: 'not_found',
    archived: 'conflict',
    deleted: 'not_found',
    renamed: 'allowed',
    muted: 'rate_limited',
    'gone for good': 'forbidden',
  })
  const said = await app.database.db.selectFrom('messages').select('body').where('kind', '=', 'text').execute()
  expect(said.map(({ body }) => body).toSorted()).toEqual(['nothing', 'renamed'])
})

test('two servers that write into one room number it without holes, and who watches hears each once, in order', async () => {
  await using app = await testApp({ env: secret })
  const { alice, bob, room } = await app.twoMembers()
  const other = await startSecond(app)
  const watched = bob.watch(room)
  await watched.until(({ type }) => type === 'ready')
  const speakers = [alice.trpc, at(other.url, alice), bob.trpc, at(other.url, bob)]
  const sends = speakers.flatMap((trpc, who) =>
    Array.from(
      { length: 40 },
      (_, count) => () => trpc.messages.send.mutate({ roomId: room, clientId: newId(), body: `${who} says ${count}` }),
    ),
  )
  const ids = (await Promise.all(sends.map((send) => send()))).map(({ message }) => message.id)

  for (const id of ids) await watched.until((event) => event.type === 'message' && event.message.id === id)
  const heard = watched.items.flatMap((event) => (event.type === 'message' ? [event.version] : []))
  expect(heard).toEqual([...new Set(heard)].toSorted((a, b) => a - b))
  const rows = await app.database.db
    .selectFrom('messages')
    .select(['seq', 'main_no'])
    .where('room_id', '=', room)
    .orderBy('seq')
    .execute()
  expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1))
  expect(rows.map(({ main_no }) => main_no)).toEqual(rows.map((_, index) => index + 1))
  await other.close()
})

test('of what comes at once, what one statement cannot write is judged by itself, and the rest is written in order', async () => {
  await using app = await testApp()
  const { alice, bob, room } = await app.twoMembers()
  const carol = await app.person('carol')
  const sendAs = (who: typeof alice, body: string, clientId = newId()) =>
    who.trpc.messages.send.mutate({ roomId: room, clientId, body })
  const clientId = newId()
  const before = await sendAs(alice, 'before', clientId)
  await sql`update members set muted_until = now() + interval '1 minute'
    where room_id = ${room} and user_id = ${bob.user.id}`.execute(app.database.db)

  const [one, again, muted, stranger, two] = await Promise.allSettled([
    sendAs(alice, 'one'),
    sendAs(alice, 'before', clientId),
    codeOf(sendAs(bob, 'muted')),
    codeOf(sendAs(carol, 'a stranger')),
    sendAs(alice, 'two'),
  ])
  expect([one.status, two.status]).toEqual(['fulfilled', 'fulfilled'])
  expect(again).toMatchObject({ value: { duplicate: true, message: { id: before.message.id } } })
  expect([muted, stranger]).toEqual(['rate_limited', 'forbidden'].map((value) => ({ status: 'fulfilled', value })))
  const { items } = await alice.trpc.messages.list.query({ roomId: room })
  expect(items.filter(({ kind }) => kind === 'text').map(({ body }) => body)).toEqual(['before', 'one', 'two'])
})
