import type { Message } from '@parley/contract/messages'
import type { TypingEvent } from '@parley/contract/typing'
import type { UserRef } from '@parley/contract/users'

/** The server forgets a typist after 5 s; this often is enough to stay one. */
const repeatMs = 3_000

export interface Typing {
  /** Call it at every keystroke, with `false` when the draft is sent or emptied. */
  set: (roomId: string, typing: boolean) => void
}

export function createTyping(
  tell: (input: { roomId: string; typing: boolean }) => Promise<unknown>,
  now: () => number,
): Typing {
  const toldAt = new Map<string, number>()
  return {
    set(roomId, typing) {
      const last = toldAt.get(roomId)
      if (typing ? last !== undefined && now() - last < repeatMs : last === undefined) return
      if (typing) toldAt.set(roomId, now())
      else toldAt.delete(roomId)
      // Nobody misses one of these.
      tell({ roomId, typing }).catch(() => null)
    },
  }
}

const nobody: readonly UserRef[] = []

/** Who is typing. Who has just said something is not, although the feed says so a moment later. */
export function reduceTyping(users: readonly UserRef[], event: TypingEvent | { said: Message }): readonly UserRef[] {
  const next = 'said' in event ? users.filter(({ id }) => id !== event.said.sender.id) : event.users
  return next.length > 0 ? next : nobody
}
