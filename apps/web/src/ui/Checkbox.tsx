import { Check } from 'lucide-react'
import { useId, type ComponentProps, type ReactNode } from 'react'

export interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'className'> {
  label: ReactNode
  /** What it means, in one sentence. */
  note?: string
}

/** On or off; the whole line is its target. */
export function Checkbox({ label, note, ...props }: CheckboxProps) {
  const id = useId()
  return (
    <label className="touch-target flex cursor-pointer items-start gap-2.5">
      <span className="relative mt-px inline-flex size-4 shrink-0">
        <input
          {...props}
          type="checkbox"
          aria-labelledby={`${id}-label`}
          aria-describedby={note === undefined ? undefined : `${id}-note`}
          className="peer size-4 cursor-pointer appearance-none rounded-sm border border-line-strong bg-bg-raised transition-colors checked:border-accent checked:bg-accent"
        />
        <Check
          aria-hidden="true"
          strokeWidth={3}
          className="pointer-events-none absolute inset-0.5 size-3 text-accent-fg opacity-0 peer-checked:opacity-100"
        />
      </span>
      <span className="min-w-0 text-meta">
        <span id={`${id}-label`} className="block font-medium">
          {label}
        </span>
        {note !== undefined && (
          <span id={`${id}-note`} className="block text-fg-muted">
            {note}
          </span>
        )}
      </span>
    </label>
  )
}
