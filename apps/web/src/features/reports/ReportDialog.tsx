import type { Entry } from '@parley/client'
import { useParley } from '@parley/client/react'
import { limits } from '@parley/contract/limits'
import { useState } from 'react'
import { ConfirmForm } from '../../app/ConfirmDialog'
import { describeError } from '../../app/describe-error'
import type { AboutMessage } from '../messages/about-message'
import { Button } from '../../ui/Button'
import { Dialog, DialogActions } from '../../ui/Dialog'
import { TextField } from '../../ui/TextField'
import { useLast } from '../../ui/use-last'
import { FormError } from '../auth/FormError'
import { useBlocking } from '../blocks/use-blocked'
import { plainSaying } from '../body/parsed'

/** Tells those who moderate the room of a message. */
export function ReportDialog({ entry, onClose, finalFocus }: AboutMessage) {
  const [sent, setSent] = useState<string | null>(null)
  const shown = useLast(entry)
  const message = shown?.message
  if (!message) return null
  const isSent = sent === message.id
  const name = message.sender.displayName
  return (
    <Dialog
      open={entry !== null}
      onOpenChange={(open) => !open && onClose()}
      finalFocus={finalFocus}
      title={isSent ? 'Thank you' : 'Report this message?'}
      description={
        isSent
          ? 'Those who moderate the room will look at it.'
          : `Those who moderate the room see it and who reported it. ${name} isn't told.`
      }
      width="sm"
    >
      {isSent ? (
        <Afterwards userId={message.sender.id} name={name} onClose={onClose} />
      ) : (
        <ReportForm message={message} onSent={() => setSent(message.id)} onClose={onClose} />
      )}
    </Dialog>
  )
}

interface FormProps {
  message: Entry['message']
  onSent: () => void
  onClose: () => void
}

function ReportForm({ message, onSent, onClose }: FormProps) {
  const { trpc } = useParley()
  const [reason, setReason] = useState('')
  const given = reason.trim()
  return (
    <ConfirmForm
      action="Report"
      look="primary"
      disabled={given === ''}
      onConfirm={() => trpc.messages.report.mutate({ messageId: message.id, reason: given })}
      onDone={onSent}
      onClose={onClose}
    >
      <blockquote
        dir="auto"
        className="line-clamp-4 shrink-0 rounded-md bg-bg-sunken px-3 py-2 wrap-anywhere whitespace-pre-wrap"
      >
        {plainSaying(message)}
      </blockquote>
      <TextField
        label="What is wrong with it?"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        maxLength={limits.reason}
        autoComplete="off"
        autoFocus
      />
    </ConfirmForm>
  )
}

/** Whoever reports somebody may not want to hear more of them. */
function Afterwards({ userId, name, onClose }: { userId: string; name: string; onClose: () => void }) {
  const { blocked, busy, error, toggle } = useBlocking(userId)
  return (
    <div className="px-5 pt-3 pb-5">
      <p className="text-meta text-fg-muted" role="status">
        {blocked
          ? `You've blocked ${name}. What they say is folded.`
          : `If you don't want to read what ${name} says, you can block them.`}
      </p>
      <FormError>{error && describeError(error)}</FormError>
      <DialogActions>
        {!blocked && (
          <Button look="quiet" busy={busy} onClick={toggle}>
            Block {name}
          </Button>
        )}
        <Button look="primary" autoFocus onClick={onClose}>
          Done
        </Button>
      </DialogActions>
    </div>
  )
}
