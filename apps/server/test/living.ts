import type { TestApp } from '@parley/testkit/test-app'
import fc from 'fast-check'
import type { Inhabitant } from './inhabitant.js'

// Random lives of a room.

export interface Act {
  kind: 'say' | 'reply' | 'aside' | 'edit' | 'delete' | 'read' | 'unread' | 'join' | 'leave' | 'kick' | 'rename'
  who: number
  /** Chooses a message, or a place. */
  pick: number
  body: string
}

const kinds = [
  'say',
  'say',
  'say',
  'reply',
  'aside',
  'edit',
  'delete',
  'read',
  'unread',
  'join',
  'join',
  'leave',
  'kick',
  'rename',
] as const
const bodies = ['hello', 'hey @person-1', '@person-0 and @person-2', 'all of you, @room', '`@person-1`']

export const aHistory = fc.array(
  fc.record<Act>({
    kind: fc.constantFrom(...kinds),
    who: fc.nat(2),
    pick: fc.nat(30),
    body: fc.constantFrom(...bodies),
  }),
  { minLength: 4, maxLength: 14 },
)

/** What anybody can work out from the messages: no counters, no rows of mentions. */
export interface Said {
  id: string
  seq: number
  isMain: boolean
  senderId: string
  deleted: boolean
  mentions: string[]
  audience: string | null
}

export async function readAll({ database: { db } }: TestApp, roomId: string): Promise<Said[]> {
  const rows = await db.selectFrom('messages').selectAll().where('room_id', '=', roomId).orderBy('seq').execute()
  return rows
    .filter(({ kind }) => kind === 'text')
    .map(({ id, seq, thread_root_id, also_to_room, sender_id, deleted_at, mentions, audience }) => ({
      ...{ id, seq, mentions, audience, senderId: sender_id },
      isMain: !thread_root_id || also_to_room,
      deleted: deleted_at !== null,
    }))
}

/** Does what the act says, as far as that can be done, and keeps how far each person has read, by the rules in words. */
export async function perform(
  act: Act,
  people: Inhabitant[],
  roomId: string,
  said: Said[],
  pointers: Map<string, number>,
): Promise<void> {
  const { trpc, user } = people[act.who]!
  const lastSeq = (await people[0]!.trpc.rooms.byId({ roomId })).lastSeq
  const seq = 1 + (act.pick % (lastSeq + 1))
  const there = said.filter(({ deleted }) => !deleted)
  const own = there.filter(({ senderId }) => senderId === user.id)
  const choose = (from: Said[]) => from[act.pick % from.length]
  const send = async (more: { threadRootId?: string; alsoToRoom?: boolean } = {}) => {
    const { message } = await trpc.messages.send({ roomId, clientId: crypto.randomUUID(), body: act.body, ...more })
    pointers.set(user.id, message.seq)
  }
  switch (act.kind) {
    case 'say':
      return send()
    case 'reply':
    case 'aside': {
      const root = choose(there.filter(({ isMain }) => isMain))
      return root && send({ threadRootId: root.id, alsoToRoom: act.kind === 'reply' })
    }
    case 'edit': {
      const message = choose(own)
      return void (message && (await trpc.messages.edit({ messageId: message.id, body: `${act.body} (edited)` })))
    }
    case 'delete': {
      const message = choose(own)
      return void (message && (await trpc.messages.delete({ messageId: message.id })))
    }
    case 'read':
      await trpc.rooms.markRead({ roomId, seq })
      return void pointers.set(user.id, Math.max(pointers.get(user.id) ?? 0, Math.min(seq, lastSeq)))
    case 'unread':
      await trpc.rooms.markUnread({ roomId, fromSeq: seq })
      return void pointers.set(user.id, Math.min(seq - 1, lastSeq))
    case 'join':
      await trpc.rooms.join({ roomId })
      return void (pointers.has(user.id) || pointers.set(user.id, lastSeq))
    case 'leave':
      await trpc.rooms.leave({ roomId })
      return void pointers.delete(user.id)
    case 'kick':
      await people[0]!.trpc.rooms.removeMember({ roomId, userId: user.id })
      return void pointers.delete(user.id)
    case 'rename':
      return void (await trpc.rooms.update({ roomId, name: `Living ${act.pick}` }))
  }
}
