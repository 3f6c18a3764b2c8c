import type { Message } from '@parley/contract/messages'
import { v7 as newId } from 'uuid'

const [id, roomId, clientId, senderId] = [newId(), newId(), newId(), newId()]

/** What the peers deliver: a message of the same shape and size as Parley's. */
export const toMessage = (body: string, seq: number): Message => ({
  id,
  roomId,
  seq,
  version: seq,
  kind: 'text',
  clientId,
  sender: { id: senderId, username: 'p00000000', displayName: 'Person 0', avatarUrl: null },
  body,
  createdAt: new Date(),
  editedAt: null,
  deletedAt: null,
  replyTo: null,
  threadRootId: null,
  alsoToRoom: false,
  replyCount: 0,
  lastRepliers: [],
  reactions: [],
  mentions: [],
  audience: null,
  attachments: [],
  preview: null,
  pinnedAt: null,
})
