import type { ReactNode } from 'react'

/** What would have been mailed; only a server in development, without a mail server, tells. */
export function DevSecret({ children }: { children: ReactNode }) {
  return (
    <p className="rounded-md border border-dashed border-line-strong/60 px-3 py-2 text-meta text-fg-muted">
      This server sends no mail. {children}
    </p>
  )
}
