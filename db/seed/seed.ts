import { type Insertable, sql } from 'kysely'
import type { Database, Db, Tx } from '../src/database.js'
import { fillCalendar } from './calendar.js'
import { people, type Username } from './people.js'
import { createRandom } from './random.js'
import { type RoomLog, writeRoomLog } from './room-log.js'
import { type DemoRoom, rooms } from './rooms.js'

export interface SeedOptions {
  /** By username; who has none here cannot log in. */
  passwordHashes: Record<string, string>
  /** The talk ends just before. */
  now: Date
}

const day = 24 * 60 * 60_000
const days = 30
/** How many messages of the main timeline are left unread, at least. */
const unread = 5

/** Fills an empty database with a team and a month of its talk, the same one for the same `now`. */
export async function seedDemo(
  db: Db,
  { passwordHashes, now }: SeedOptions,
): Promise<{ people: number; rooms: number; messages: number }> {
  const random = createRandom(20)
  const founded = now.getTime() - (days + 10) * day
  const ids = new Map(people.map(({ username }, index) => [username, random.uuidAt(founded + index)]))
  const idOf = (username: Username) => ids.get(username) as string
  const users = people.map((person, index) => ({
    id: idOf(person.username),
    username: person.username,
    email: `${person.username}@example.com`,
    email_verified_at: new Date(founded + index),
    display_name: person.displayName,
    status_text: person.statusText,
    password_hash: passwordHashes[person.username] ?? null,
    created_at: new Date(founded + index),
  }))
  let messages = 0
  await db.transaction().execute(async (tx) => {
    await insertAll(tx, 'users', users)
    for (const [index, room] of rooms.entries()) {
      const made = founded + day + index * 60_000
      const end = now.getTime() - (room.archived ? room.archived * day : 2 * 60_000)
      const members = room.members ?? people.map(({ username }) => username)
      const roomId = random.uuidAt(made)
      const said = fillCalendar(random, room, members, end, room.archived ? days - room.archived : days)
      const log = writeRoomLog(random, said, { roomId, members, idOf, end })
      await insertRoom(tx, room, { roomId, made: new Date(made), end: new Date(end), members, idOf, log })
      messages += log.messages.length
    }
  })
  return { people: people.length, rooms: rooms.length, messages }
}

interface RoomRows {
  roomId: string
  made: Date
  end: Date
  members: readonly Username[]
  idOf: (username: Username) => string
  log: RoomLog
}

async function insertRoom(tx: Tx, room: DemoRoom, { roomId, made, end, members, idOf, log }: RoomRows): Promise<void> {
  const { kind, name, topic } = room
  const archived_at = room.archived ? end : null
  const rows = {
    id: roomId,
    kind,
    name,
    topic,
    created_at: made,
    archived_at,
    // Where everybody is, newcomers are too.
    is_default: !room.members && kind === 'public',
    member_count: members.length,
    ...log.counters,
  }
  await insertAll(tx, 'rooms', [rows])
  const memberRows = members.map((username) => {
    const read = readPlace(log, username, room.unreadBy.includes(username))
    const role = username === room.owner ? ('owner' as const) : ('member' as const)
    return { room_id: roomId, user_id: idOf(username), role, joined_at: made, read_seq: read.seq, read_main: read.main }
  })
  await insertAll(tx, 'members', memberRows)
  await insertAll(tx, 'messages', log.messages)
  await insertAll(tx, 'message_edits', log.edits)
  await insertAll(tx, 'reactions', log.reactions)
  await followThreads(tx, roomId)
}

/** Who began a thread, answered in it or was named there follows it, and has read it. */
async function followThreads(tx: Tx, roomId: string): Promise<void> {
  await sql`
    insert into thread_followers (root_id, user_id, read_seq, read_replies)
    select distinct t.id, p.user_id, (select max(a.seq) from messages a where a.thread_root_id = t.id), t.reply_count
    from messages t cross join lateral (
      select sender_id as user_id, mentions from messages where id = t.id or thread_root_id = t.id
    ) a cross join lateral (select a.user_id union select unnest(a.mentions)) p
    where t.room_id = ${roomId} and t.reply_count > 0`.execute(tx)
}

/** How far somebody has read: all of it, or all but the end, though never less than up to their own last message. */
function readPlace({ messages, counters, sent }: RoomLog, username: Username, leavesUnread: boolean) {
  if (!leavesUnread) return { seq: counters.last_seq, main: counters.last_main }
  const own = sent.get(username) ?? { seq: 0, main: 0 }
  const main = Math.max(own.main, counters.last_main - unread)
  const seq = messages.find(({ main_no }) => main_no === main)?.seq ?? 0
  return seq > own.seq ? { seq, main } : own
}

/** In portions: a statement takes at most 65,535 parameters. */
async function insertAll<Table extends keyof Database>(
  tx: Tx,
  table: Table,
  rows: readonly Insertable<Database[Table]>[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += 500) {
    await tx
      .insertInto(table)
      .values(rows.slice(from, from + 500))
      .execute()
  }
}
