import { Tooltip as Base } from '@base-ui/react/tooltip'
import type { ReactElement, ReactNode } from 'react'
import { Kbd } from './Kbd'

export interface TooltipProps {
  label: ReactNode
  /** Keys that do the same, such as `⌘ K`. */
  keys?: string
  side?: 'top' | 'bottom' | 'left' | 'right'
  /** The one element that it explains. */
  children: ReactElement
}

/** A hint for the eye; what it says must be in the element's own name too. */
export function Tooltip({ label, keys, side = 'top', children }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} collisionPadding={8} className="z-50">
          <Base.Popup className="floating flex items-center gap-2 rounded-md bg-fg px-2 py-1 text-stamp font-medium text-bg">
            {label}
            {keys !== undefined && <Kbd inverted>{keys}</Kbd>}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

/** Around the whole client: once one tooltip was shown, the next ones come at once. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return (
    <Base.Provider delay={500} timeout={300}>
      {children}
    </Base.Provider>
  )
}
