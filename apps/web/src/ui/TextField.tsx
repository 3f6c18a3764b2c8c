import { useId, type ComponentProps, type ReactNode } from 'react'
import { classNames } from './class-names'

export interface TextFieldProps extends ComponentProps<'input'> {
  label: string
  /** What is wrong with it, in one sentence; stands under the field. */
  error?: string | null
  /** What to know before typing; gives way to the error. */
  hint?: ReactNode
  /** Beside the label, such as "Optional". */
  aside?: ReactNode
  /** At the end of the box, such as a button that shows the password. */
  trailing?: ReactNode
  /** Under it, beside the note's place. */
  below?: ReactNode
  inputClassName?: string
}

export function TextField({
  label,
  error,
  hint,
  aside,
  trailing,
  below,
  className,
  inputClassName,
  ...props
}: TextFieldProps) {
  const id = useId()
  const noteId = `${id}-note`
  const note = error ?? hint
  return (
    <div className={className}>
      <div className="mb-1.5 flex items-baseline justify-between gap-2">
        <label htmlFor={id} className="text-meta font-medium">
          {label}
        </label>
        {aside !== undefined && <span className="text-stamp text-fg-faint">{aside}</span>}
      </div>
      <div className="relative">
        <input
          {...props}
          id={id}
          aria-invalid={error ? true : undefined}
          aria-describedby={note ? noteId : undefined}
          className={classNames(
            'touch-target h-9 w-full rounded-md border bg-bg-raised px-3 text-message transition-colors',
            'focus-visible:outline-offset-0 disabled:opacity-60 pointer-coarse:text-[16px]',
            error ? 'border-danger' : 'border-line-strong hover:border-fg-faint',
            trailing ? 'pe-10' : null,
            inputClassName,
          )}
        />
        {trailing !== undefined && <div className="absolute inset-y-0 end-1 flex items-center">{trailing}</div>}
      </div>
      {/* Always there, so that the error is announced when it arrives. */}
      <p
        id={noteId}
        aria-live="polite"
        className={classNames('text-meta', error ? 'text-danger' : 'text-fg-muted', note ? 'mt-1.5' : null)}
      >
        {note}
      </p>
      {below !== undefined && <div className="mt-1.5">{below}</div>}
    </div>
  )
}
