import type { ReactNode } from 'react'
import { Button } from './Button'

export interface ErrorStateProps {
  /** What happened. */
  title: string
  /** What is safe, and what to do. */
  children: ReactNode
  /** Shown as "Try again". */
  onRetry?: () => void
  /** Lets an operator find it in the log. */
  requestId?: string | undefined
}

export function ErrorState({ title, children, onRetry, requestId }: ErrorStateProps) {
  return (
    <div role="alert" className="flex flex-1 flex-col items-center justify-center gap-4 p-8 text-center">
      <div className="max-w-[44ch] text-balance">
        <h2 className="mb-1 text-message font-semibold">{title}</h2>
        <p className="text-message text-fg-muted">{children}</p>
        {requestId !== undefined && <p className="mt-2 font-mono text-stamp text-fg-faint select-all">{requestId}</p>}
      </div>
      {onRetry !== undefined && <Button onClick={onRetry}>Try again</Button>}
    </div>
  )
}
