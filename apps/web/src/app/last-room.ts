const key = 'parley.last-room'

/** The room this person looked at last on this device. */
export function findLastRoom(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

export function rememberLastRoom(roomId: string): void {
  try {
    localStorage.setItem(key, roomId)
  } catch {
    // Storage may be blocked or full; then we open with the newest room.
  }
}
