import type { ReactNode } from 'react'

export interface CheckFieldProps {
  label: string
  note?: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
}

/** Yes or no, with a sentence on what yes means. */
export function CheckField({ label, note, checked, onChange }: CheckFieldProps) {
  return (
    <label className="flex cursor-pointer items-start gap-2.5 pointer-coarse:py-2">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="mt-px size-4 shrink-0 accent-accent"
      />
      <span>
        <span className="block text-meta font-medium">{label}</span>
        {note !== undefined && <span className="block text-meta text-fg-muted">{note}</span>}
      </span>
    </label>
  )
}
