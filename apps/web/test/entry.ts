import type { Entry } from '@parley/client'

/** A message that was sent by `sender` at `at` (ms since 1970). */
export function entry(seq: number, sender: string, at = seq * 1_000, body = `message ${seq}`): Entry {
  return {
    key: `${sender}:${seq}`,
    state: 'sent',
    since: at,
    message: {
      id: `id-${seq}`,
      roomId: 'room',
      kind: 'text',
      seq,
      version: seq,
      clientId: `client-${seq}`,
      sender: { id: sender, username: sender, displayName: sender, avatarUrl: null },
      body,
      createdAt: new Date(at),
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
    },
  }
}
