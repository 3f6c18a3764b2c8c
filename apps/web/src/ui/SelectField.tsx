import { Select } from './Select'

export interface SelectFieldProps<T extends string | number> {
  label: string
  value: T
  options: readonly { value: T; label: string }[]
  onChange: (value: T) => void
  /** What the choice means. */
  hint?: string
  className?: string
}

/** A choice that is held by who shows it, as what it stands for. */
export const SelectField = <T extends string | number>({ onChange, ...props }: SelectFieldProps<T>) => (
  <Select {...props} onChange={({ target }) => onChange(props.options[target.selectedIndex]!.value)} />
)
