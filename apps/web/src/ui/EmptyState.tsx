import type { ReactNode } from 'react'

export interface EmptyStateProps {
  title?: string
  /** What to do next, in one sentence. */
  children: ReactNode
  /** The one button that does it. */
  action?: ReactNode
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-1 flex-col items-center justify-center gap-4 p-8 text-center">
      <div className="max-w-[44ch] text-balance">
        {title !== undefined && <h2 className="mb-1 text-message font-semibold">{title}</h2>}
        <p className="text-message text-fg-muted">{children}</p>
      </div>
      {action}
    </div>
  )
}
