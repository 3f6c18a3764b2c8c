import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'
import { Tooltip, type TooltipProps } from './Tooltip'

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  /** Its name for screen readers and its tooltip. */
  label: string
  icon: ReactNode
  size?: 28 | 32 | 36
  keys?: string
  side?: TooltipProps['side']
}

export function IconButton({ label, icon, size = 32, keys, side, className, ...props }: IconButtonProps) {
  return (
    <Tooltip label={label} keys={keys} side={side}>
      <button
        type="button"
        aria-label={label}
        {...props}
        className={classNames(
          'touch-target inline-flex shrink-0 items-center justify-center rounded-md text-fg-muted transition-colors',
          'hover:not-disabled:bg-fg/6 hover:not-disabled:text-fg data-popup-open:bg-fg/6 data-popup-open:text-fg disabled:opacity-50',
          { 28: 'size-7 [&_svg]:size-4', 32: 'size-8 [&_svg]:size-[18px]', 36: 'size-9 [&_svg]:size-5' }[size],
          className,
        )}
      >
        {icon}
      </button>
    </Tooltip>
  )
}
