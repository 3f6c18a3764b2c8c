import type { Entry } from '@parley/client'
import { useMessageActions } from './actions'
import { fullStamp } from './days'

/** After what was edited; leads to what it said before. */
export function EditedMark({ entry }: { entry: Entry }) {
  const { showHistory } = useMessageActions()
  const { editedAt } = entry.message
  if (!editedAt) return null
  return (
    <button
      type="button"
      title={`Edited ${fullStamp(editedAt)}`}
      onClick={() => showHistory(entry)}
      className="relative ms-1.5 rounded-sm text-stamp text-fg-faint after:absolute after:-inset-x-2 pointer-coarse:after:-inset-y-3 hover:text-fg hover:underline"
    >
      edited
      <span className="sr-only">, see what it said before</span>
    </button>
  )
}
