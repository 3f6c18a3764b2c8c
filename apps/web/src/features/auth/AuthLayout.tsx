import type { ReactNode } from 'react'
import { Mark } from '../../ui/Mark'

export interface AuthLayoutProps {
  title: string
  children: ReactNode
  /** The way to the other form. */
  footer: ReactNode
}

/** One column, a little above the middle, where the eye rests. */
export function AuthLayout({ title, children, footer }: AuthLayoutProps) {
  return (
    <main className="flex min-h-dvh flex-col items-center bg-bg-sunken px-5 pt-[max(32px,14dvh)] pb-10">
      <div className="w-full max-w-[348px]">
        <div className="mb-10 flex items-center gap-2">
          <Mark className="size-6 text-accent" />
          <span className="text-message font-semibold">Parley</span>
        </div>
        <h1 className="mb-5 text-title font-semibold">{title}</h1>
        {children}
        {footer !== null && <p className="mt-6 text-meta text-fg-muted">{footer}</p>}
      </div>
    </main>
  )
}

export const linkClass =
  'font-medium text-accent underline decoration-accent/35 underline-offset-3 hover:decoration-accent'
