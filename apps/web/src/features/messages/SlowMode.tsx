import { Turtle } from 'lucide-react'
import { sayDuration } from '../../app/durations'
import { TimeLeft } from './TimeLeft'

/** Beside the typing line: that the room is slow, and when one may write again. */
export function SlowMode({ seconds, until }: { seconds: number; until: Date | null }) {
  return (
    <p className="ms-auto flex h-6 shrink-0 items-center gap-1.5 px-3 text-stamp text-fg-muted">
      <Turtle aria-hidden="true" className="size-3.5" />
      {until ? (
        <span>
          Slow mode: you can send in <TimeLeft until={until} />
        </span>
      ) : (
        `Slow mode: one message every ${sayDuration(seconds)}`
      )}
    </p>
  )
}
