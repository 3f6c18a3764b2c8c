import type { MessageKind } from '@parley/contract/messages'
import type { Act } from '@parley/contract/permissions'
import type { UpdateRoom } from '@parley/contract/room-administration'
import type { GetRoom, InboxRoom } from '@parley/contract/rooms'
import type { Tx } from '@parley/db/database'
import type { Ctx } from '../context.js'
import { writeNote } from '../messages/notes.js'
import type { LockedRoom } from '../messages/writer.js'
import { inboxTopic } from '../realtime/topics.js'
import { administer, readInbox } from './administer.js'
import type { RoomRow } from './mapper.js'
import { type RoomChange, updateRoomRow } from './queries-administration.js'
import { listMemberIds } from './queries-members.js'

/** Changes what a room is called, is about, and how it is run. What is so already stays so. */
export const updateRoom = (ctx: Ctx, { roomId, ...input }: UpdateRoom): Promise<InboxRoom> =>
  change(ctx, roomId, 'update', () => ({
    ...(input.name !== undefined && { name: input.name }),
    ...(input.topic !== undefined && { topic: input.topic || null }),
    ...(input.kind !== undefined && { kind: input.kind }),
    ...(input.history !== undefined && { history: input.history }),
    ...(input.slowSeconds !== undefined && { slow_seconds: input.slowSeconds }),
    ...(input.announces !== undefined && { announces: input.announces }),
  }))

/** Closes a room: it can be read, and nothing be said in it. Feeds go on. */
export const archiveRoom = (ctx: Ctx, { roomId }: GetRoom): Promise<InboxRoom> =>
  change(ctx, roomId, 'archive', (room) => (room.archived_at ? {} : { archived_at: new Date(ctx.clock.now()) }))

export const restoreRoom = (ctx: Ctx, { roomId }: GetRoom): Promise<InboxRoom> =>
  change(ctx, roomId, 'restore', (room) => (room.archived_at ? { archived_at: null } : {}))

/** Each change is a note in the room, which gives it a version: so that inboxes know a newer name from an older. */
const change = (ctx: Ctx, roomId: string, act: Act, changeOf: (room: RoomRow) => RoomChange): Promise<InboxRoom> =>
  administer(ctx, roomId, act, async (tx, locked, room) => {
    const wanted = Object.entries(changeOf(room)) as [
      keyof RoomChange & keyof RoomRow,
      string | number | boolean | Date | null,
    ][]
    const changes = wanted.filter(([column, value]) => room[column] !== value)
    if (changes.length === 0) return { result: await readInbox(tx, locked, ctx.actor.id) }
    await updateRoomRow(tx, roomId, Object.fromEntries(changes))
    const changed = []
    for (const [column, value] of changes) {
      const { kind, body } = noteOf(column, value)
      changed.push(await writeNote(tx, locked, { senderId: ctx.actor.id, kind, body }))
    }
    const details = Object.fromEntries(
      changes.map(([column, value]) => [column, value instanceof Date ? value.toISOString() : value]),
    )
    const result = await readInbox(tx, locked, ctx.actor.id)
    return { result, changed, onCommit: await readToTell(ctx, tx, locked, result), audit: { details } }
  })

/** Of so many who listen, each is told the whole room as it is for them; of more, `activity` says to all what is new. */
const toldEach = 50

/** Reads what the inboxes that listen here are to be told of the room, but for one's `own`; returns how to tell them. */
async function readToTell({ hub, actor }: Ctx, tx: Tx, locked: LockedRoom, own: InboxRoom): Promise<() => void> {
  const listeners = hub.listListeners(locked.id)
  const inboxes: [string, InboxRoom][] = []
  if (listeners.length <= toldEach)
    for (const userId of listeners)
      inboxes.push([userId, userId === actor.id ? own : await readInbox(tx, locked, userId)])
  return () => {
    for (const [userId, room] of inboxes)
      if (room.role !== null) hub.publish(inboxTopic(userId), { type: 'room', room })
  }
}

const noteKinds = {
  name: 'renamed',
  topic: 'topic',
  kind: 'visibility',
  history: 'history',
  slow_seconds: 'slow',
  announces: 'announces',
} as const satisfies Record<string, MessageKind>

function noteOf(column: string, value: unknown): { kind: Exclude<MessageKind, 'text'>; body: string } {
  if (column === 'archived_at') return { kind: value === null ? 'restored' : 'archived', body: '' }
  return { kind: noteKinds[column as keyof typeof noteKinds], body: value === null ? '' : String(value) }
}

/** Takes a room away from everybody. Its rows stay; nobody finds it any more. */
export const deleteRoom = (ctx: Ctx, { roomId }: GetRoom): Promise<void> =>
  administer(ctx, roomId, 'delete', async (tx, _locked, room) => {
    await updateRoomRow(tx, roomId, { deleted_at: new Date(ctx.clock.now()) })
    const people = await listMemberIds(tx, roomId)
    const onCommit = () => {
      for (const userId of people) {
        ctx.hub.revoke(userId, roomId)
        ctx.hub.publish(inboxTopic(userId), { type: 'left', roomId })
      }
    }
    return { result: undefined, onCommit, audit: { details: { name: room.name } } }
  })
