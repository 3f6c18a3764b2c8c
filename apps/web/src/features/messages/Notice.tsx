import { CircleAlert } from 'lucide-react'
import { useEffect } from 'react'

const shownMs = 6_000

/** One line, in the place of the typing line, about what was just tried and did not work. */
export function Notice({ text, onDone }: { text: string; onDone: () => void }) {
  useEffect(() => {
    const timer = setTimeout(onDone, shownMs)
    return () => clearTimeout(timer)
  }, [text, onDone])
  return (
    <p role="alert" className="flex h-6 items-center gap-1.5 px-3 text-stamp text-danger">
      <CircleAlert aria-hidden="true" className="size-3.5 shrink-0" />
      <span className="truncate">{text}</span>
    </p>
  )
}
