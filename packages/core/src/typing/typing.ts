import { limits } from '@parley/contract/limits'
import type { UserRef } from '@parley/contract/users'
import type { Clock } from '../clock.js'
import { onBeat } from '../heartbeat.js'
import type { Hub } from '../realtime/hub.js'
import { createPace } from '../realtime/pace.js'
import { typingTopic } from '../realtime/topics.js'

/** Who is typing where. It is forgotten by itself after five seconds without a word. */
export interface Typing {
  set(roomId: string, user: UserRef, typing: boolean): void
  /** What they were typing has been said: the room is told with it, whenever it was told last. */
  said(roomId: string, userId: string): void
  list(roomId: string): UserRef[]
  close(): void
}

interface Typist {
  user: UserRef
  /** Typing until then, unless they say so again. */
  until: number
  /** What the room was told last, and when. */
  shown: boolean
  toldAt: number
}

/**
 * Of one person a room is told at most once in two seconds, whatever they say: what they do by then is what counts. And
 * a room is told ten times a second at most, however many type in it.
 */
export function createTyping({ hub, clock }: { hub: Hub; clock: Clock }): Typing {
  const rooms = new Map<string, Map<string, Typist>>()
  const stopSweeping = onBeat(() => rooms.forEach(settleAll))
  const pace = createPace(
    () => limits.largeRoomPaceMs,
    (roomId) => hub.publish(typingTopic(roomId), { users: list(roomId) }),
  )

  const list = (roomId: string) =>
    [...(rooms.get(roomId)?.values() ?? [])].filter(({ shown }) => shown).map(({ user }) => user)

  /** Whether the room is to be told something else of them now. */
  function settle(typist: Typist): boolean {
    const now = clock.now()
    const typing = typist.until > now
    if (typing === typist.shown || now - typist.toldAt < limits.typingPaceMs) return false
    typist.shown = typing
    typist.toldAt = now
    return true
  }

  function settleAll(typists: Map<string, Typist>, roomId: string): void {
    const changed = [...typists.values()].filter(settle)
    for (const [userId, { shown, until, toldAt }] of typists)
      if (!shown && Math.max(until, toldAt + limits.typingPaceMs) <= clock.now()) typists.delete(userId)
    if (typists.size === 0) rooms.delete(roomId)
    if (changed.length > 0) pace.touch(roomId)
  }

  return {
    set(roomId, user, typing) {
      const typists = rooms.get(roomId) ?? new Map<string, Typist>()
      const typist = typists.get(user.id) ?? { user, until: 0, shown: false, toldAt: 0 }
      if (!typing && typist.until === 0) return
      typist.until = typing ? clock.now() + limits.typingMs : 0
      rooms.set(roomId, typists.set(user.id, typist))
      if (settle(typist)) pace.touch(roomId)
    },
    said(roomId, userId) {
      const typist = rooms.get(roomId)?.get(userId)
      if (!typist) return
      typist.until = 0
      if (!typist.shown) return
      typist.shown = false
      pace.touch(roomId)
    },
    list,
    close() {
      stopSweeping()
      pace.close()
    },
  }
}
