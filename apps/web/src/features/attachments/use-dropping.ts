import { useEffect, useRef, useState } from 'react'

/** Those who would take files, the one that came last foremost: with a thread open, that is the thread. */
const takers: object[] = []

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

/** Whether files are held over the window that are to be given to `onFiles`, and are where they are let go. */
export function useDropping(enabled: boolean, onFiles: (files: File[]) => void): boolean {
  const [over, setOver] = useState(false)
  const latest = useRef(onFiles)
  latest.current = onFiles
  useEffect(() => {
    if (!enabled) return
    const taker = {}
    takers.push(taker)
    const isForemost = () => takers.at(-1) === taker
    // Each element on the way is entered before the one around it is left.
    let depth = 0
    const show = (next: number) => {
      depth = Math.max(0, next)
      setOver(depth > 0 && isForemost())
    }
    const handlers = {
      dragenter: (event: DragEvent) => hasFiles(event) && show(depth + 1),
      dragleave: (event: DragEvent) => hasFiles(event) && show(depth - 1),
      // Else the browser opens the file in the place of the page.
      dragover: (event: DragEvent) => hasFiles(event) && event.preventDefault(),
      drop(event: DragEvent) {
        if (!hasFiles(event)) return
        event.preventDefault()
        show(0)
        if (isForemost()) latest.current([...(event.dataTransfer?.files ?? [])])
      },
    }
    const entries = Object.entries(handlers) as [keyof typeof handlers, (event: DragEvent) => void][]
    for (const [name, handler] of entries) addEventListener(name, handler)
    return () => {
      takers.splice(takers.indexOf(taker), 1)
      for (const [name, handler] of entries) removeEventListener(name, handler)
      setOver(false)
    }
  }, [enabled])
  return over
}
