import type { ConnectionState } from '@parley/client'

export interface ConnectionWords {
  /** What is the matter. */
  title: string
  /** What is safe. */
  safe: string
  trying: boolean
  canRetry: boolean
}

/** After so many failed attempts it is the server, or the way to it, rather than a hiccup. */
const hiccups = 2

/** `null`: nothing is the matter. */
export function sayConnection({ status, attempt, retryAt }: ConnectionState, waiting: number): ConnectionWords | null {
  if (status === 'open' || status === 'idle') return null
  if (status === 'offline') {
    return { title: "You're offline.", safe: sayWaiting(waiting, "you're back"), trying: false, canRetry: false }
  }
  const safe = sayWaiting(waiting, "it's back")
  if (attempt < hiccups) return { title: 'Connecting…', safe: '', trying: true, canRetry: false }
  return { title: "Can't reach the server.", safe, trying: retryAt === null, canRetry: true }
}

function sayWaiting(count: number, back: string): string {
  if (count === 0) return `What you write will go when ${back}.`
  return count === 1 ? `1 message waits to go when ${back}.` : `${count} messages wait to go when ${back}.`
}
