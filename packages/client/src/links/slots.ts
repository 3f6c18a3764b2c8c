/** Of the six connections that a browser grants an origin over HTTP/1.1, all tabs together; the others are for calls. */
const maxStreams = 4

/**
 * Takes the right to hold a stream open, for all tabs of this origin together; returns what gives it back. `null`: all
 * are taken, or the tabs cannot know of each other, as on plain http. Outside a browser there is no limit.
 */
export async function takeSlot(): Promise<(() => void) | null> {
  if (typeof document === 'undefined') return () => {}
  const locks = navigator.locks as LockManager | undefined
  if (!locks) return null
  for (let slot = 0; slot < maxStreams; slot++) {
    const release = await tryLock(locks, `parley:stream:${slot}`)
    if (release) return release
  }
  return null
}

function tryLock(locks: LockManager, name: string): Promise<(() => void) | null> {
  return new Promise((resolve) => {
    const hold = (lock: Lock | null) => {
      if (!lock) return resolve(null)
      return new Promise<void>((release) => resolve(release))
    }
    locks.request(name, { ifAvailable: true }, hold).catch(() => resolve(null))
  })
}
