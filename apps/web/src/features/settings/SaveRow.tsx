import { Check } from 'lucide-react'
import { Button } from '../../ui/Button'
import { FormError } from '../auth/FormError'

export interface SaveRowProps {
  label: string
  /** `secondary` where something else on the page comes first. */
  look?: 'primary' | 'secondary'
  busy: boolean
  failure: string | undefined
  /** What was done, until the next try. */
  done: string | null
}

/** The end of a form: what went wrong with it, its button, and beside that what came of it. */
export function SaveRow({ label, look = 'primary', busy, failure, done }: SaveRowProps) {
  return (
    <div>
      <FormError>{failure ?? null}</FormError>
      <div className="flex flex-wrap items-center gap-3">
        <Button look={look} type="submit" busy={busy}>
          {label}
        </Button>
        <p role="status" className="flex items-center gap-1.5 text-meta text-fg-muted">
          {done !== null && (
            <>
              <Check className="size-4 shrink-0 text-ok" aria-hidden="true" />
              {done}
            </>
          )}
        </p>
      </div>
    </div>
  )
}
