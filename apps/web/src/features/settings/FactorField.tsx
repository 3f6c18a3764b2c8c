import { TextField } from '../../ui/TextField'

/** Where a code of the second factor is typed, as the app shows it or as it was kept for recovery. */
export function FactorField({ name, error }: { name: string; error: string | undefined }) {
  return (
    <TextField
      label="Code of your app, or a recovery code"
      name={name}
      autoComplete="one-time-code"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      maxLength={32}
      inputClassName="font-mono"
      error={error}
    />
  )
}
