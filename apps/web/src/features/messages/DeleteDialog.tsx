import type { Entry } from '@parley/client'
import { useRef } from 'react'
import { Button } from '../../ui/Button'
import { Dialog, DialogActions } from '../../ui/Dialog'
import { useLast } from '../../ui/use-last'
import { plainSaying } from '../body/parsed'
import type { AboutMessage } from './about-message'

interface Props extends AboutMessage {
  onDelete: (entry: Entry) => void
}

/** Shows what would go before it goes. */
export function DeleteDialog({ entry, onClose, finalFocus, onDelete }: Props) {
  const confirm = useRef<HTMLButtonElement>(null)
  const shown = useLast(entry)
  return (
    <Dialog
      open={entry !== null}
      onOpenChange={(open) => !open && onClose()}
      title="Delete this message?"
      description="It goes for everybody, and can't be brought back."
      width="sm"
      initialFocus={confirm}
      finalFocus={finalFocus}
    >
      <div className="px-5 pt-2 pb-4">
        <blockquote
          dir="auto"
          className="mb-3 line-clamp-4 rounded-md bg-bg-sunken px-3 py-2 wrap-anywhere whitespace-pre-wrap"
        >
          {shown && plainSaying(shown.message)}
        </blockquote>
        <DialogActions>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button
            ref={confirm}
            look="danger"
            onClick={() => {
              if (entry) onDelete(entry)
              onClose()
            }}
          >
            Delete
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}
