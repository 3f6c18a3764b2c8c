/** Every host gives a subscription its signal; a caller inside the process may leave it out and never ends. */
export function untilAborted<T>(signal: AbortSignal | undefined, follow: (signal: AbortSignal) => T): T {
  return follow(signal ?? new AbortController().signal)
}
