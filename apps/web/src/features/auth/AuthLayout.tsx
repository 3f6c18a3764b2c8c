import type { ReactNode } from 'react'
import { usePageTitle } from '../../app/use-page-title'
import { Mark } from '../../ui/Mark'

export interface AuthLayoutProps {
  title: string
  /** What happened before, or what to do. */
  note?: ReactNode
  children: ReactNode
  /** The way to the other form. */
  footer: ReactNode
}

/** One column, a little above the middle, where the eye rests. */
export function AuthLayout({ title, note, children, footer }: AuthLayoutProps) {
  usePageTitle(title)
  return (
    <main className="flex min-h-dvh flex-col items-center bg-bg-sunken px-5 pt-[max(32px,14dvh)] pb-10">
      <div className="w-full max-w-[348px]">
        <div className="mb-10 flex items-center gap-2">
          <Mark className="size-6 text-accent" />
          <span className="text-message font-semibold">Parley</span>
        </div>
        <h1 className="mb-5 text-title font-semibold">{title}</h1>
        {note !== undefined && <p className="-mt-3 mb-5 text-meta text-pretty text-fg-muted">{note}</p>}
        {children}
        {footer !== null && <p className="mt-6 text-meta text-fg-muted">{footer}</p>}
      </div>
    </main>
  )
}

export const linkClass =
  'font-medium text-accent underline decoration-accent/35 underline-offset-3 hover:decoration-accent'
