/** Takes off this device what it keeps under somebody's id: their drafts, and what they had not sent. */
export function forgetPerson(userId: string, store: Storage = localStorage): void {
  try {
    for (const key of Object.keys(store)) if (key.includes(userId)) store.removeItem(key)
  } catch {}
}
