import { Info } from 'lucide-react'
import type { ReactNode } from 'react'

/** What one should know before going on. */
export function Note({ children }: { children: ReactNode }) {
  return (
    <div className="flex max-w-[60ch] gap-2.5 rounded-lg border border-line bg-bg-sunken px-3 py-2.5 text-meta text-pretty text-fg-muted">
      <Info className="mt-px size-4 shrink-0" aria-hidden="true" />
      <p className="min-w-0">{children}</p>
    </div>
  )
}
