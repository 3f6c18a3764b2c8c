import { Popover as Base } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'
import { classNames } from './class-names'

export interface PopoverProps {
  /** The button that opens it. */
  trigger: ReactElement
  /** Its name for screen readers. */
  label: string
  side?: 'top' | 'bottom' | 'left' | 'right'
  align?: 'start' | 'center' | 'end'
  open?: boolean
  onOpenChange?: (open: boolean) => void
  /** Where the focus goes once it is closed; the button, unless told otherwise. */
  finalFocus?: (() => HTMLElement | null) | undefined
  className?: string
  children: ReactNode
}

export function Popover({
  trigger,
  label,
  side = 'bottom',
  align = 'center',
  open,
  onOpenChange,
  finalFocus,
  className,
  children,
}: PopoverProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side={side} align={align} sideOffset={6} collisionPadding={8} className="z-40 outline-none">
          <Base.Popup
            aria-label={label}
            finalFocus={finalFocus}
            className={classNames(
              'floating max-h-(--available-height) overflow-y-auto rounded-lg bg-bg-raised p-3 shadow-float outline-none [--surface:var(--color-bg-raised)]',
              className,
            )}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
