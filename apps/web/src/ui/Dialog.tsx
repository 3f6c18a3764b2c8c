import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { classNames } from './class-names'
import { IconButton } from './IconButton'

export interface DialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  /** Keeps the title for ears only, where the content explains itself. */
  titleHidden?: boolean
  description?: ReactNode
  width?: 'sm' | 'md' | 'lg'
  /** Keeps one height whatever it shows. */
  tall?: boolean
  /** Where the focus goes; the first field otherwise. */
  initialFocus?: RefObject<HTMLElement | null>
  /** Where it goes once it is closed; to what had it before, otherwise. */
  finalFocus?: () => HTMLElement | null
  children: ReactNode
}

const widths = { sm: 'max-w-[400px]', md: 'max-w-[480px]', lg: 'max-w-[600px]' }

/** Starts in the upper part of the window: content that grows then moves only its own lower edge. */
export function Dialog({
  open,
  onOpenChange,
  title,
  titleHidden,
  description,
  width = 'md',
  tall,
  initialFocus,
  finalFocus,
  children,
}: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-30 bg-[oklch(0.15_0.01_80/0.26)] transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0 dark:bg-[oklch(0.1_0.01_80/0.6)]" />
        <Base.Viewport className="fixed inset-0 z-30 flex items-start justify-center overflow-hidden p-3 pt-[max(12px,12dvh)]">
          <Base.Popup
            initialFocus={initialFocus}
            finalFocus={finalFocus}
            className={classNames(
              'floating relative flex max-h-[min(640px,100%)] w-full flex-col overflow-hidden rounded-xl bg-bg-raised shadow-float outline-none [--surface:var(--color-bg-raised)]',
              widths[width],
              tall && 'h-[min(600px,100%)]',
            )}
          >
            <header className={titleHidden ? 'sr-only' : 'ps-5 pe-14 pt-4.5 pb-1'}>
              <Base.Title className="text-title font-semibold">{title}</Base.Title>
              {description !== undefined && (
                <Base.Description className="mt-1 text-meta text-fg-muted">{description}</Base.Description>
              )}
            </header>
            {children}
            {/* Last, so that the focus begins with what one came for. */}
            {!titleHidden && (
              <Base.Close
                render={
                  <IconButton
                    label="Close"
                    icon={<X />}
                    className="absolute end-3 top-3.5 pointer-coarse:end-2 pointer-coarse:top-2"
                  />
                }
              />
            )}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}

/** What one does with a dialog, at its end. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center justify-end gap-2 pt-2">{children}</div>
}
