import { useState } from 'react'
import { TextField, type TextFieldProps } from '../../ui/TextField'

const digits = 6

/** Six digits, however they are pasted or filled in; the sixth sends the form. */
export function CodeField(props: Omit<TextFieldProps, 'value' | 'onChange' | 'type'>) {
  const [code, setCode] = useState('')
  return (
    <TextField
      name="code"
      {...props}
      value={code}
      onChange={({ currentTarget }) => {
        const next = currentTarget.value.replaceAll(/\D/g, '').slice(0, digits)
        const { form } = currentTarget
        setCode(next)
        // Once React has written the digits into the field, which is what the form reads.
        if (next.length === digits && next !== code) queueMicrotask(() => form?.requestSubmit())
      }}
      type="text"
      inputMode="numeric"
      autoComplete="one-time-code"
      autoCorrect="off"
      spellCheck={false}
      inputClassName="font-mono tabular tracking-[0.3em]"
    />
  )
}

export const isCode = (code: string): boolean => code.length === digits
