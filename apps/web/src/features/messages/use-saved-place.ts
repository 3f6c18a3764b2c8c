import { useEffect, useMemo, useRef } from 'react'
import type { Anchor } from './anchor'
import { savePlace, type Place } from './place'

const everyMs = 200

/** Remembers where one is; written a little later than scrolled, and at the latest when the page goes. */
export function useSavedPlace(roomId: string, opening: Anchor) {
  const place = useRef<Place>({ anchor: opening, lastSeq: 0 })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    const write = () => {
      clearTimeout(timer.current)
      timer.current = undefined
      // Nothing was seen yet: what is stored is better than what is not known.
      if (place.current.lastSeq > 0) savePlace(roomId, place.current)
    }
    addEventListener('pagehide', write)
    return () => {
      removeEventListener('pagehide', write)
      write()
    }
  }, [roomId])

  return useMemo(
    () => ({
      save(anchor: Anchor, lastSeq: number) {
        place.current = { anchor, lastSeq }
        timer.current ??= setTimeout(() => {
          timer.current = undefined
          savePlace(roomId, place.current)
        }, everyMs)
      },
    }),
    [roomId],
  )
}
