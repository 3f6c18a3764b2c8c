type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const keyOf = (userId: string, roomId: string) => `parley.draft.${userId}.${roomId}`

/** What was being written in a room; by person, because a machine may have several. */
export function findDraft(userId: string, roomId: string, store: Store = localStorage): string {
  try {
    return store.getItem(keyOf(userId, roomId)) ?? ''
  } catch {
    return ''
  }
}

/** Keeps the text; nothing but blanks forgets it. A full or forbidden storage costs the draft, not the typing. */
export function saveDraft(userId: string, roomId: string, text: string, store: Store = localStorage): void {
  try {
    if (text.trim()) store.setItem(keyOf(userId, roomId), text)
    else store.removeItem(keyOf(userId, roomId))
  } catch {}
}
