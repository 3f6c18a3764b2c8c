import { ChevronDown } from 'lucide-react'
import { useId } from 'react'

export interface SelectFieldProps<T extends string | number> {
  label: string
  value: T
  options: readonly { value: T; label: string }[]
  onChange: (value: T) => void
  /** What the choice means. */
  hint?: string
  className?: string
}

/** One of several in a line; the platform's own list, which every hand and reader knows. */
export function SelectField<T extends string | number>(props: SelectFieldProps<T>) {
  const { label, value, options, onChange, hint, className } = props
  const id = useId()
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block text-meta font-medium">
        {label}
      </label>
      <div className="relative">
        <select
          id={id}
          value={value}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          onChange={(event) => onChange(options[event.target.selectedIndex]!.value)}
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
