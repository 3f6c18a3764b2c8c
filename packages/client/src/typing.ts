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
