import { Menu as Base } from '@base-ui/react/menu'
import { Check } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { classNames } from './class-names'
import { Kbd } from './Kbd'

const itemClass =
  'touch-target flex min-h-8 cursor-default select-none items-center gap-2.5 rounded-md px-2 py-1 text-meta outline-none data-highlighted:bg-fg/7 data-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0'

export const popupClass =
  'floating max-h-(--available-height) min-w-[max(12rem,var(--anchor-width))] overflow-y-auto rounded-lg bg-bg-raised p-1 shadow-float outline-none'

export interface MenuProps {
  /** The button that opens it. */
  trigger: ReactElement
  side?: 'top' | 'bottom' | 'left' | 'right'
  align?: 'start' | 'center' | 'end'
  open?: boolean
  onOpenChange?: (open: boolean) => void
  /** Where the focus goes once it is closed; the button, unless told otherwise. */
  finalFocus?: Base.Popup.Props['finalFocus']
  children: ReactNode
}

export function Menu({
  trigger,
  side = 'bottom',
  align = 'start',
  open,
  onOpenChange,
  finalFocus,
  children,
}: MenuProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side={side} align={align} sideOffset={6} collisionPadding={8} className="z-40 outline-none">
          <Base.Popup finalFocus={finalFocus} className={popupClass}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

export interface MenuItemProps {
  icon?: ReactNode
  keys?: string
  danger?: boolean
  disabled?: boolean
  onSelect: () => void
  children: ReactNode
}

export function MenuItem({ icon, keys, danger, disabled, onSelect, children }: MenuItemProps) {
  return (
    <Base.Item
      disabled={disabled}
      onClick={onSelect}
      className={classNames(itemClass, danger ? 'text-danger' : '[&_svg]:text-fg-muted')}
    >
      {icon}
      <span className="grow">{children}</span>
      {keys !== undefined && <Kbd>{keys}</Kbd>}
    </Base.Item>
  )
}

export interface MenuChoiceProps<T extends string> {
  label: string
  value: T
  options: readonly { value: T; label: string; icon?: ReactNode }[]
  onChange: (value: T) => void
}

/** One of a few, with the present one ticked. */
export function MenuChoice<T extends string>({ label, value, options, onChange }: MenuChoiceProps<T>) {
  return (
    <Base.RadioGroup value={value} onValueChange={(next: T) => onChange(next)} aria-label={label}>
      <div className="px-2 pt-1.5 pb-1 text-stamp text-fg-faint">{label}</div>
      {options.map((option) => (
        <Base.RadioItem
          key={option.value}
          value={option.value}
          closeOnClick={false}
          className={classNames(itemClass, '[&_svg]:text-fg-muted')}
        >
          {option.icon}
          <span className="grow">{option.label}</span>
          <Base.RadioItemIndicator>
            <Check />
          </Base.RadioItemIndicator>
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  )
}

export function MenuSeparator() {
  return <Base.Separator className="mx-2 my-1 h-px bg-line" />
}
