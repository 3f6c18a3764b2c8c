import { ContextMenu as Base } from '@base-ui/react/context-menu'
import type { ReactElement, ReactNode } from 'react'
import { popupClass } from './Menu'

export interface ContextMenuProps {
  /** The area that a right click, a long press or the menu key asks about. */
  area: ReactElement
  /** What is in the area. */
  content: ReactNode
  /** Where the focus goes afterwards. */
  returnTo: () => HTMLElement | null
  /** The items. */
  children: ReactNode
}

/** A menu where one points. Its items are those of `Menu`. */
export function ContextMenu({ area, content, returnTo, children }: ContextMenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={area}>{content}</Base.Trigger>
      <Base.Portal>
        <Base.Positioner collisionPadding={8} className="z-40 outline-none">
          <Base.Popup finalFocus={returnTo} className={popupClass}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
