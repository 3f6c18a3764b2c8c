import type { Page } from '@parley/contract/pages'
import type {
  CreateRoom,
  DirectRoom,
  DiscoveredRoom,
  DiscoverRooms,
  GetRoom,
  InboxRoom,
  ListRooms,
} from '@parley/contract/rooms'
import { requireNotBlocked } from '../blocks/access.js'
import type { Ctx } from '../context.js'
import { readPlace, toPage } from '../cursor.js'
import { newId } from '../ids.js'
import { inboxTopic } from '../realtime/topics.js'
import { requireAllActive, requirePeople, requireStaying } from '../users/access.js'
import { requireRoom } from './access.js'
import { toDiscoveredRoom, toInboxRoom } from './mapper.js'
import { listPublic } from './queries.js'
import { getInboxRow, listInbox } from './queries-inbox.js'
import { insertMember } from './queries-members.js'
import { insertDirectRoom, insertRoom } from './queries-write.js'

export async function listRooms(ctx: Ctx, { cursor, limit }: ListRooms): Promise<Page<InboxRoom>> {
  const rows = await listInbox(ctx.db, ctx.actor.id, limit + 1, readPlace(cursor))
  return toPage(rows, limit, toInboxRoom, (row) => [row.last_activity_at.toISOString(), row.id])
}

export async function discoverRooms(
  ctx: Ctx,
  { query = '', cursor, limit }: DiscoverRooms,
): Promise<Page<DiscoveredRoom>> {
  const rows = await listPublic(ctx.db, ctx.actor.id, { query, limit: limit + 1, before: readPlace(cursor) })
  return toPage(rows, limit, toDiscoveredRoom, (row) => [row.created_at.toISOString(), row.id])
}

export async function getRoom(ctx: Ctx, { roomId }: GetRoom): Promise<InboxRoom> {
  await requireRoom(ctx.db, roomId, ctx.actor.id)
  return toInboxRoom(await getInboxRow(ctx.db, roomId, ctx.actor.id))
}

export async function createRoom(ctx: Ctx, input: CreateRoom): Promise<InboxRoom> {
  const id = newId()
  await ctx.db.transaction().execute(async (tx) => {
    await requireStaying(tx, ctx.actor.id)
    await insertRoom(tx, { id, ...input })
    await insertMember(tx, { ...newcomer, room_id: id, user_id: ctx.actor.id, role: 'owner' })
  })
  ctx.hub.grant(ctx.actor.id, id)
  const room = await getRoom(ctx, { roomId: id })
  ctx.hub.publish(inboxTopic(ctx.actor.id), { type: 'room', room })
  // After it: an activity that came in between was for a room that the inbox did not know yet.
  ctx.activity.touch(id)
  return room
}

/** Of a room in which nothing was said. */
const newcomer = { read_seq: 0, read_main: 0, seen_seq: 0, visible_from_seq: 1, joined_version: 0 }

/** The one room of exactly these people and oneself, made if it is not there yet. */
export async function getDirectRoom(ctx: Ctx, { userIds }: DirectRoom): Promise<InboxRoom> {
  const people = [...new Set([ctx.actor.id, ...userIds])].toSorted()
  const room = await ctx.db.transaction().execute(async (tx) => {
    await requirePeople(tx, people, 'userIds')
    const direct = await insertDirectRoom(tx, newId(), people.join(' '))
    if (!direct.made) return direct
    // A conversation that is there stays open; with who is shut out none begins.
    await requireAllActive(tx, people, 'userIds')
    const [one, other] = people
    if (people.length === 2 && one && other) await requireNotBlocked(tx, one, other)
    for (const user_id of people) await insertMember(tx, { ...newcomer, room_id: direct.id, user_id, role: 'member' })
    return direct
  })
  if (!room.made) return getRoom(ctx, { roomId: room.id })
  for (const userId of people) {
    ctx.hub.grant(userId, room.id)
    const inbox = toInboxRoom(await getInboxRow(ctx.db, room.id, userId))
    ctx.hub.publish(inboxTopic(userId), { type: 'room', room: inbox })
  }
  ctx.activity.touch(room.id)
  return getRoom(ctx, { roomId: room.id })
}
