import { useEffect, useRef } from 'react'

const everyMs = 1_000

/** Tells of changes of `value`: at most once a second, and of the last one too. */
export function useSettled(value: unknown, onChange: () => void): void {
  const told = useRef(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef(onChange)
  latest.current = onChange

  useEffect(() => {
    if (told.current === value) return
    told.current = value
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      latest.current()
    }, everyMs)
  }, [value])

  useEffect(
    () => () => {
      clearTimeout(timer.current)
      timer.current = undefined
    },
    [],
  )
}
