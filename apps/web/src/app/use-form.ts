import { useRef, useState, type FormEvent } from 'react'
import type { FieldErrors } from './field-errors'

/**
 * A form that is read when it is sent, not while it is written: password managers do not always tell React what they
 * fill in. `explain` puts what a failed sending says beside the fields.
 */
export function useForm<F extends string>(explain: (error: unknown) => FieldErrors<F>) {
  const form = useRef<HTMLFormElement>(null)
  const [busy, setBusy] = useState(false)
  const [errors, setErrors] = useState<FieldErrors<F>>({})

  /** The focus goes to the first field that needs a hand. */
  function refuse(found: FieldErrors<F>): void {
    setErrors(found)
    const inputs = [...(form.current?.querySelectorAll<HTMLInputElement>('input[name]') ?? [])]
    const first = inputs.find(({ name }) => name in found)
    first?.focus()
    if (first?.inputMode === 'numeric') first.select()
  }

  /** `check` returns what can be said without the server, or sends. */
  const onSubmit = (check: (field: (name: F) => string) => FieldErrors<F> | Promise<unknown>) =>
    async function submit(event: FormEvent<HTMLFormElement>) {
      event.preventDefault()
      if (busy) return
      const data = new FormData(event.currentTarget)
      const outcome = check((name) => String(data.get(name) ?? ''))
      if (!(outcome instanceof Promise)) return refuse(outcome)
      setErrors({})
      setBusy(true)
      try {
        await outcome
      } catch (error) {
        refuse(explain(error))
      } finally {
        setBusy(false)
      }
    }

  return { form, busy, errors, onSubmit }
}
