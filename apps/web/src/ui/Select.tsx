import { ChevronDown } from 'lucide-react'
import { useId, type ComponentProps } from 'react'

export interface SelectProps extends ComponentProps<'select'> {
  label: string
  options: readonly { value: string | number; label: string }[]
  /** What the choice means. */
  hint?: string
}

/** One of a few, by the browser's own list, which is at home on every device. */
export function Select({ label, options, hint, className, ...props }: SelectProps) {
  const id = useId()
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block text-meta font-medium">
        {label}
      </label>
      <div className="relative">
        <select
          {...props}
          id={id}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          className="touch-target h-9 w-full appearance-none rounded-md border border-line-strong bg-bg-raised ps-3 pe-9 text-message transition-colors hover:border-fg-faint focus-visible:outline-offset-0 pointer-coarse:text-[16px]"
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden="true"
          className="pointer-events-none absolute end-2.5 top-1/2 size-4 -translate-y-1/2 text-fg-muted"
        />
      </div>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="mt-1.5 text-meta text-fg-muted">
          {hint}
        </p>
      )}
    </div>
  )
}
