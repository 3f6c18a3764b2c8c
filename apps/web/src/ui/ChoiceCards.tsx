import { useId, type ReactNode } from 'react'

export interface ChoiceCardsProps<T extends string> {
  label: string
  value: T
  options: readonly { value: T; label: string; note: string; icon: ReactNode }[]
  onChange: (value: T) => void
}

/** One of two or three, each with a sentence on what it means. */
export function ChoiceCards<T extends string>({ label, value, options, onChange }: ChoiceCardsProps<T>) {
  const name = useId()
  return (
    <fieldset>
      <legend className="mb-1.5 text-meta font-medium">{label}</legend>
      <div className="grid gap-2 md:grid-cols-2">
        {options.map((option) => (
          <label
            key={option.value}
            className="flex cursor-pointer gap-2.5 rounded-lg border border-line-strong/60 p-3 transition-colors hover:border-line-strong has-checked:border-accent has-checked:bg-accent/6 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent [&_svg]:mt-px [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-fg-muted has-checked:[&_svg]:text-accent"
          >
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="sr-only"
            />
            {option.icon}
            <span>
              <span className="block text-meta font-medium">{option.label}</span>
              <span className="block text-meta text-fg-muted">{option.note}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
