import { Link } from '@tanstack/react-router'
import { ChevronLeft } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'

/** A section's name and what one sets in it, in one column that can be read at a glance. */
export function SectionLayout({ title, children }: { title: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)

  // Whoever came by something that is gone, a menu or a list that gave way, goes on from here.
  useEffect(() => {
    const held = document.activeElement
    if (held === null || held === document.body || !held.checkVisibility()) heading.current?.focus()
  }, [])

  return (
    <div className="flex min-h-0 grow flex-col overflow-y-auto overscroll-contain">
      <header className="sticky top-0 z-1 flex h-13 shrink-0 items-center border-b border-line bg-bg px-4 md:static md:h-auto md:border-0 md:px-10 md:pt-10">
        <Link
          to="/settings"
          aria-label="Back to all settings"
          className="-ms-2 inline-flex size-11 shrink-0 items-center justify-center rounded-md text-fg-muted md:hidden"
        >
          <ChevronLeft className="size-5 rtl:-scale-x-100" />
        </Link>
        <h1 ref={heading} tabIndex={-1} className="text-message font-semibold outline-none md:text-title">
          {title}
        </h1>
      </header>
      <div className="flex w-full max-w-[680px] flex-col gap-6 px-4 pt-4 pb-16 md:px-10 md:pt-2">{children}</div>
    </div>
  )
}

/** What a section is about, in a sentence or two. */
export function Intro({ children }: { children: ReactNode }) {
  return <p className="max-w-[60ch] text-pretty text-fg-muted">{children}</p>
}

/** A part of a section. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3 border-t border-line pt-5">
      <h2 className="text-message font-semibold">{title}</h2>
      {children}
    </section>
  )
}

/** One's own fields, no wider than what is written in them. */
export const formClass = 'flex max-w-[400px] flex-col gap-4'
