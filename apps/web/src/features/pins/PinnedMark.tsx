import { Pin } from 'lucide-react'

/** On a message that is pinned. */
export function PinnedMark() {
  return (
    <p className="flex items-center gap-1 text-stamp text-fg-muted">
      <Pin aria-hidden="true" className="size-3 fill-current" />
      Pinned
    </p>
  )
}
