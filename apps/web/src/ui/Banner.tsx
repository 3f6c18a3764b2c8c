import type { ReactNode } from 'react'

export interface BannerProps {
  /** 16 px. */
  icon?: ReactNode
  /** What is the matter. */
  title: string
  /** One quiet button. */
  action?: ReactNode
  /** What is safe. */
  children?: ReactNode
}

/** One line about the state of things. It floats, so that neither its coming nor its going moves what one reads. */
export function Banner({ icon, title, action, children }: BannerProps) {
  return (
    <div className="appear pointer-events-auto flex min-h-10 max-w-full items-center gap-2.5 rounded-lg bg-bg-raised py-1 ps-3 pe-1.5 text-meta shadow-float [&_svg]:size-4 [&_svg]:shrink-0">
      {icon}
      <p className="min-w-0 py-1 pe-1.5 text-pretty">
        <span className="font-medium">{title}</span> <span className="text-fg-muted">{children}</span>
      </p>
      {action}
    </div>
  )
}

/** Where a banner appears: under the header. Always there, so that what appears in it is announced. */
export function BannerPlace({ children }: { children: ReactNode }) {
  return (
    <div role="status" className="pointer-events-none absolute inset-x-0 top-13 z-5 flex justify-center px-4 pt-2">
      {children}
    </div>
  )
}
