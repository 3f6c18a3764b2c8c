import { limits } from '@parley/contract/limits'
import type { UserRef } from '@parley/contract/users'
import type { InboxEvent, InboxRoom, ReadState, RoomSettings } from '@parley/contract/rooms'
import { renameSender } from './messages.js'

/** The rooms of an inbox, newest activity first. */
export type Inbox = readonly InboxRoom[]

/** What an event makes of an inbox. Applying one twice, or one that the inbox already reflects, changes nothing. */
export function reduceInbox(rooms: Inbox, event: InboxEvent): Inbox {
  switch (event.type) {
    case 'activity':
      return byActivity(update(rooms, event.roomId, (room) => withActivity(room, event)))
    case 'mention':
      return update(rooms, event.roomId, (room) => withMention(room, event))
    case 'read':
      return update(rooms, event.roomId, (room) => withRead(room, event))
    case 'room': {
      const held = rooms.find(({ id }) => id === event.room.id)
      const others = rooms.filter((room) => room !== held)
      return byActivity([held ? newestOf(held, event.room) : event.room, ...others])
    }
    case 'left':
      return rooms.filter(({ id }) => id !== event.roomId)
    case 'user':
      return rooms.map((room) => renameIn(room, event.user))
    case 'muted':
      return update(rooms, event.roomId, (room) => ({ ...room, mutedUntil: event.until }))
    case 'ready':
    case 'member':
    case 'reports':
    case 'block':
    case 'notification':
    case 'unnotified':
    case 'notificationMessage':
    case 'notificationsRead':
    case 'notificationsReset':
    case 'thread':
      return rooms
  }
}

/** Puts pages together: a room that moved while they were fetched is in two of them. */
export function uniteInbox(pages: readonly Inbox[]): Inbox {
  const rooms = new Map<string, InboxRoom>()
  for (const room of pages.flat()) {
    const held = rooms.get(room.id)
    rooms.set(room.id, held ? newestOf(held, room) : room)
  }
  return byActivity([...rooms.values()])
}

type Activity = Pick<InboxRoom, 'version' | 'lastSeq' | 'lastMain' | 'memberCount' | 'lastMessage'> & RoomSettings

function withActivity(room: InboxRoom, given: Activity): InboxRoom {
  if (given.version < room.version) return room
  const { version, lastSeq, lastMain, memberCount, lastMessage } = given
  const { kind, name, topic, archivedAt, history, slowSeconds, announces } = given
  const lastActivityAt = lastMessage?.createdAt ?? room.lastActivityAt
  return counted({
    ...room,
    ...{ version, lastSeq, lastMain, memberCount, lastMessage, lastActivityAt },
    ...{ kind, name, topic, archivedAt, history, slowSeconds, announces },
  })
}

function withMention(room: InboxRoom, { seq, on }: { seq: number; on: boolean }): InboxRoom {
  const others = room.mentionSeqs.filter((held) => held !== seq)
  return counted({ ...room, mentionSeqs: on ? [...others, seq] : others })
}

type Read = Pick<ReadState, 'lastReadSeq' | 'readMain' | 'readVersion' | 'mentionSeqs'>

/** Where the pointer went back, mentions are unread again that were not held any more. */
function withRead(room: InboxRoom, { lastReadSeq, readMain, readVersion, mentionSeqs }: Read): InboxRoom {
  if (readVersion <= room.readVersion) return room
  return counted({ ...room, lastReadSeq, readMain, readVersion, mentionSeqs: [...room.mentionSeqs, ...mentionSeqs] })
}

/** The room as it was given, but with what is held where that is newer: it was read before, and may come after. */
const newestOf = (held: InboxRoom, given: InboxRoom) =>
  withRead(held.version > given.version ? withActivity(given, held) : given, held)

/** Works out what follows from the places: what is unread, and which mentions are among it. */
function counted(room: InboxRoom): InboxRoom {
  const unread = [...new Set(room.mentionSeqs)].filter((seq) => seq > room.lastReadSeq).toSorted((a, b) => a - b)
  const mentionSeqs = unread.slice(-limits.mentionsCounted)
  return { ...room, unread: Math.max(0, room.lastMain - room.readMain), mentionSeqs, mentions: mentionSeqs.length }
}

function renameIn(room: InboxRoom, user: UserRef): InboxRoom {
  const messages = room.lastMessage ? [room.lastMessage] : []
  const [lastMessage = null] = renameSender(messages, user)
  const belongs = room.members?.some(({ id }) => id === user.id)
  if (lastMessage === room.lastMessage && !belongs) return room
  return {
    ...room,
    lastMessage,
    ...(room.members && { members: room.members.map((member) => (member.id === user.id ? user : member)) }),
  }
}

function update(rooms: Inbox, roomId: string, change: (room: InboxRoom) => InboxRoom): Inbox {
  return rooms.map((room) => (room.id === roomId ? change(room) : room))
}

/** As the server lists them: messages that were written together have one time. */
function byActivity(rooms: Inbox): Inbox {
  return rooms.toSorted((a, b) => b.lastActivityAt.getTime() - a.lastActivityAt.getTime() || (a.id < b.id ? 1 : -1))
}
