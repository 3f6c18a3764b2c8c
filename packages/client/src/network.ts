/** Tells when the browser loses and finds its network; never outside a browser. */
export function watchNetwork(changed: (offline: boolean) => void): () => void {
  if (typeof window === 'undefined' || typeof window.addEventListener !== 'function') return () => {}
  const leaving = new AbortController()
  window.addEventListener('offline', () => changed(true), { signal: leaving.signal })
  window.addEventListener('online', () => changed(false), { signal: leaving.signal })
  return () => leaving.abort()
}
