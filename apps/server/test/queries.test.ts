import type { Statement } from '@parley/db/database'
import { testApp } from '@parley/testkit/test-app'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createInhabitant, type Inhabitant } from './inhabitant.js'

/** What people do all day. */
const readsOf = (
  { trpc, user }: Inhabitant,
  roomId: string,
  messageId: string,
): Record<string, () => Promise<unknown>> => ({
  'rooms.list': () => trpc.rooms.list(),
  'rooms.byId': () => trpc.rooms.byId({ roomId }),
  'rooms.members': () => trpc.rooms.members({ roomId }),
  'rooms.members, by name': () => trpc.rooms.members({ roomId, query: 'User 1' }),
  'rooms.markRead': () => trpc.rooms.markRead({ roomId, seq: 1 }),
  'notifications.list': () => trpc.notifications.list(),
  'notifications.unread': () => trpc.notifications.unread(),
  'messages.list': () => trpc.messages.list({ roomId }),
  'messages.byId': () => trpc.messages.byId({ messageId }),
  'messages.search': () => trpc.messages.search({ query: 'hello ' }),
  'messages.seenBy': () => trpc.messages.seenBy({ messageId }),
  'messages.history': () => trpc.messages.history({ messageId }),
  'messages.reactions': () => trpc.messages.reactions({ messageId }),
  'messages.thread': () => trpc.messages.thread({ messageId }),
  'messages.pins': () => trpc.messages.pins({ roomId }),
  'threads.list': () => trpc.threads.list(),
  'threads.unread': () => trpc.threads.unread(),
  'messages.send': () => trpc.messages.send({ roomId, clientId: crypto.randomUUID(), body: 'hello' }),
  'messages.send, calling somebody': () =>
    trpc.messages.send({ roomId, clientId: crypto.randomUUID(), body: `hello @${user.username} @room` }),
  'messages.send, in a thread': () =>
    trpc.messages.send({ roomId, clientId: crypto.randomUUID(), body: 'hello', threadRootId: messageId }),
  'threads.markRead': () => trpc.threads.markRead({ messageId, seq: 100 }),
})

/** One clause a line. */
const laidOut = (text: string) =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(
      / (from|left join|inner join|where|group by|order by|limit|union|set|values|returning|on conflict) /g,
      '\n  $1 ',
    )

async function peopled(app: Awaited<ReturnType<typeof testApp>>, signal: AbortSignal) {
  const alice = await createInhabitant(app, 'alice', signal)
  const { id: roomId } = await alice.trpc.rooms.create({ kind: 'public', name: 'General' })
  const { message } = await alice.trpc.messages.send({ roomId, clientId: crypto.randomUUID(), body: 'hello' })
  return { alice, roomId, messageId: message.id }
}

test('each procedure runs the statements that are committed in queries.sql, and the room list is one', async () => {
  await using app = await testApp()
  const end = new AbortController()
  const { alice, roomId, messageId } = await peopled(app, end.signal)
  const pages: string[] = []
  const counts: Record<string, number> = {}
  // Activity that was told of what came before has been read by then.
  await new Promise((resolve) => setTimeout(resolve, 600))
  for (const [name, read] of Object.entries(readsOf(alice, roomId, messageId))) {
    const statements = (await app.statementsOf(read)).filter((one) => !isActivity(one))
    counts[name] = statements.length
    pages.push(`-- ${name}: ${statements.length}\n${statements.map((one) => `${laidOut(one.sql)};\n`).join('')}`)
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
  end.abort()
  await alice.followed
  expect(counts).toMatchObject({ 'rooms.list': 1, 'rooms.members': 2, 'messages.list': 2 })
  await expect(pages.join('\n')).toMatchFileSnapshot('queries.sql')
})

/** What tells the inboxes runs beside the send, in its own time. */
const isActivity = ({ sql: text }: Statement) => text.includes('"lm"') && !text.includes('"me"')

test('no hot read goes through a whole table of messages, members or mentions', { timeout: 60_000 }, async () => {
  await using app = await testApp()
  const end = new AbortController()
  const { alice, roomId, messageId } = await peopled(app, end.signal)
  const { db } = app.database
  await fill(app)
  for (const [name, read] of Object.entries(readsOf(alice, roomId, messageId))) {
    for (const statement of await app.statementsOf(read)) {
      if (!/^(select|with|update members)/.test(statement.sql.trim())) continue
      const { rows } = await db.executeQuery<{ 'QUERY PLAN': string }>({
        query: sql``.toOperationNode(),
        queryId: { queryId: name },
        sql: `explain ${statement.sql}`,
        parameters: statement.parameters,
      })
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
      expect(plan, `${name}: ${statement.sql}`).not.toMatch(/Seq Scan on (messages|members|mentions|notifications)/)
    }
  }
  end.abort()
  await alice.followed
})

/** 200 rooms of 40 people and 150 messages each, a tenth of which call somebody: 30,000 messages. */
async function fill({ database: { db } }: Awaited<ReturnType<typeof testApp>>): Promise<void> {
  // The same id for the same text, as a UUID of version 4.
  const id = (text: string) => sql.raw(`overlay(overlay(md5(${text}) placing '4' from 13) placing '8' from 17)::uuid`)
  await sql`insert into users (id, username, email, display_name)
    select ${id("'u' || n")}, 'user-' || n, 'user-' || n || '@example.com', 'User ' || n
    from generate_series(1, 2000) n`.execute(db)
  await sql`insert into rooms (id, kind, name, last_seq, last_main, version, member_count)
    select ${id("'r' || n")}, 'public', 'Room ' || n, 150, 150, 150, 41 from generate_series(1, 200) n`.execute(db)
  await sql`insert into members (room_id, user_id)
    select ${id("'r' || r")}, ${id("'u' || 1 + (r * 7 + n * 13) % 2000")}
    from generate_series(1, 200) r, generate_series(1, 40) n`.execute(db)
  await sql`insert into members (room_id, user_id)
    select ${id("'r' || r")}, (select id from users where username = 'alice') from generate_series(1, 200) r`.execute(
    db,
  )
  await sql`insert into messages (id, room_id, seq, main_no, version, client_id, sender_id, body)
    select ${id("'m' || r || '-' || n")}, ${id("'r' || r")}, n, n, n, ${id("'c' || r || '-' || n")},
      ${id("'u' || 1 + n % 2000")}, 'hello'
    from generate_series(1, 200) r, generate_series(1, 150) n`.execute(db)
  await sql`insert into mentions (room_id, seq, message_id, sender_id, user_id)
    select room_id, seq, id, sender_id, ${id("'u' || 1 + seq * 3 % 2000")} from messages where seq % 10 = 0`.execute(db)
  await sql`insert into notifications (id, user_id, room_id, actor_id, reason, message_id, emoji)
    select id, sender_id, room_id, ${id("'u' || 1 + seq * 3 % 2000")}, 'reaction', id, '👍' from messages where seq % 5 = 0`.execute(
    db,
  )
  await sql`analyze`.execute(db)
}
