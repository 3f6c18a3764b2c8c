import { type Message, saying } from '@parley/contract/messages'
import { newId } from '../ids.js'
import { type Concern, toConcerns } from '../notifications/calls.js'
import { noThreads, type Threads } from '../threads/following.js'
import type { UserRefRow } from '../users/mapper.js'
import { type MessageRow, toMessage } from './mapper.js'
import { type Called, callsNobody } from './mentions.js'
import type { MessageInsert, RoomCounters } from './queries-send.js'
import type { Send } from './send-batch.js'

/** A message that is being written, and whom it calls or answers. */
export interface Made {
  insert: MessageInsert
  message: Message
  concerns: Concern[]
}

/** What was read for the batch. */
interface Known {
  /** The messages that sends name. */
  read: Map<string, MessageRow>
  threads: Threads
  called: Called
}

/** For what names nothing and nobody. */
export const nothingKnown: Known = { read: new Map(), threads: noThreads, called: callsNobody }

/** Where a message stands in its room. */
interface Place {
  id: string
  seq: number
  /** Among the main messages; null where only a thread shows it. */
  mainNo: number | null
  version: number
  createdAt: Date
}

/** Takes the room's next numbers for a message. */
export const takePlace = (send: Send, room: RoomCounters): Place => ({
  id: newId(),
  seq: ++room.last_seq,
  version: ++room.version,
  mainNo: !send.threadRootId || send.alsoToRoom ? ++room.last_main : null,
  createdAt: room.now,
})

export function make(
  send: Send,
  { id, seq, mainNo, version, createdAt }: Place,
  sender: UserRefRow,
  { read, threads, called: { mentions, audience, userIds } }: Known,
): Made {
  const { roomId, clientId, senderId, body, replyToId = null, threadRootId = null, alsoToRoom } = send
  const quoted = replyToId ? read.get(replyToId) : undefined
  const message = toMessage({
    id,
    room_id: roomId,
    kind: 'text',
    seq,
    main_no: mainNo,
    version,
    client_id: clientId,
    body,
    created_at: createdAt,
    edited_at: null,
    deleted_at: null,
    thread_root_id: threadRootId,
    also_to_room: alsoToRoom,
    reply_count: 0,
    last_repliers: null,
    mentions,
    audience,
    pinned_at: null,
    sender,
    quote: quoted
      ? {
          id: quoted.id,
          seq: quoted.seq,
          body: saying({ ...quoted, attachments: quoted.attachments ?? [] }),
          sender: quoted.sender,
        }
      : null,
    reactions: null,
    attachments: null,
    preview: null,
  })
  const followers = threadRootId ? threads.take({ rootId: threadRootId, senderId, mentions, seq }) : []
  const answered = quoted ? [quoted.sender.id, ...followers] : followers
  const concerns = toConcerns(userIds, answered, senderId)
  // One literal: spreading an object into a larger one takes V8 as long as all the rest of this.
  const insert = {
    id,
    roomId,
    seq,
    mainNo,
    version,
    clientId,
    senderId,
    body,
    createdAt,
    replyToId,
    threadRootId,
    alsoToRoom,
    mentions,
    audience,
  }
  return { insert, message, concerns }
}
