import { useRef } from 'react'

/** The value, or the last one that there was: a dialog shows what it is about while it fades out. */
export function useLast<T>(value: T | null): T | null {
  const last = useRef(value)
  if (value !== null) last.current = value
  return last.current
}
