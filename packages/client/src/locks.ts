/** Runs `work` while no other tab runs work of the same name; just runs it where there are no Web Locks. */
export async function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = typeof navigator === 'undefined' ? undefined : (navigator.locks as LockManager | undefined)
  // Web Locks are absent on plain http origins other than localhost.
  return locks ? await locks.request(name, work) : work()
}
