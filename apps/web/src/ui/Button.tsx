import type { ComponentProps } from 'react'
import { classNames } from './class-names'

const looks = {
  primary: 'bg-accent text-accent-fg hover:not-disabled:bg-accent/90',
  secondary: 'border border-line-strong/60 text-fg hover:not-disabled:bg-fg/5',
  quiet: 'text-fg-muted hover:not-disabled:bg-fg/6 hover:not-disabled:text-fg',
  danger: 'bg-danger text-bg hover:not-disabled:bg-danger/90',
} as const

export interface ButtonProps extends ComponentProps<'button'> {
  look?: keyof typeof looks
  size?: 'sm' | 'md'
  /** Waiting for an answer: stays focusable and says so, but a second press does nothing. */
  busy?: boolean
}

/** For a link that looks like one. */
export const buttonClass = ({ look = 'secondary', size = 'md' }: Pick<ButtonProps, 'look' | 'size'> = {}): string =>
  classNames(
    'touch-target inline-flex shrink-0 select-none items-center justify-center gap-2 rounded-md font-medium whitespace-nowrap',
    'transition-colors disabled:opacity-50 aria-busy:opacity-60',
    size === 'md' ? 'h-9 px-3.5 text-message' : 'h-7 px-2.5 text-meta',
    looks[look],
  )

export function Button({ look = 'secondary', size = 'md', busy, className, onClick, ...props }: ButtonProps) {
  return (
    <button
      type="button"
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      {...props}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={classNames(buttonClass({ look, size }), className)}
    />
  )
}
