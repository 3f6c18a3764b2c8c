import type { Message, Reaction } from '@parley/contract/messages'

/** What one's own call will make of a message, shown until the server has said so. */
export interface Change {
  messageId: string
  apply: (message: Message) => Message
}

export interface Changes {
  shown: () => readonly Change[]
  /** Shows a change until `call` has ended. A message's calls are made one after the other, in the order of the changes. */
  show: (change: Change, call: () => Promise<void>) => Promise<void>
}

export function createChanges(changed: () => void): Changes {
  const queues = new Map<string, Promise<void>>()
  let shown: readonly Change[] = []
  return {
    shown: () => shown,
    async show(change, call) {
      shown = [...shown, change]
      changed()
      const before = queues.get(change.messageId) ?? Promise.resolve()
      const done = before.then(call, call)
      queues.set(change.messageId, done)
      try {
        await done
      } finally {
        if (queues.get(change.messageId) === done) queues.delete(change.messageId)
        shown = shown.filter((other) => other !== change)
        changed()
      }
    },
  }
}

export const edited = (messageId: string, body: string, at: Date): Change => ({
  messageId,
  apply: (message) => ({ ...message, body, editedAt: at }),
})

export const deleted = (messageId: string, at: Date): Change => ({
  messageId,
  apply: (message) => ({ ...message, body: '', reactions: [], attachments: [], pinnedAt: null, deletedAt: at }),
})

export const pinned = (messageId: string, at: Date | null): Change => ({
  messageId,
  apply: (message) => ({ ...message, pinnedAt: at }),
})

/** Applied to a message that already has it, a reaction changes nothing. */
export const reacted = (messageId: string, emoji: string, on: boolean, userId: string): Change => ({
  messageId,
  apply: (message) => ({ ...message, reactions: withReaction(message, emoji, on, userId) }),
})

function withReaction({ reactions }: Message, emoji: string, on: boolean, userId: string): Reaction[] {
  const held = reactions.find((reaction) => reaction.emoji === emoji)
  if ((held?.userIds.includes(userId) ?? false) === on) return reactions
  if (!held) return [...reactions, { emoji, count: 1, userIds: [userId] }]
  const changed: Reaction = {
    emoji,
    count: held.count + (on ? 1 : -1),
    userIds: on ? [...held.userIds, userId] : held.userIds.filter((id) => id !== userId),
  }
  return reactions.flatMap((reaction) => (reaction !== held ? [reaction] : changed.count > 0 ? [changed] : []))
}
