const key = 'parley.invite'

/** Remembers, for this tab, that somebody has chosen to join by a link and is on the way through the log-in. */
export function intendToJoin(code: string): void {
  try {
    sessionStorage.setItem(key, code)
  } catch {
    // Then they are asked once more.
  }
}

/** Whether they had; once. A link alone never makes anybody join. */
export function takeIntent(code: string): boolean {
  try {
    const intended = sessionStorage.getItem(key) === code
    sessionStorage.removeItem(key)
    return intended
  } catch {
    return false
  }
}
