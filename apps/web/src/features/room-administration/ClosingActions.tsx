import { useInboxActions, useParley } from '@parley/client/react'
import type { InboxRoom } from '@parley/contract/rooms'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { ConfirmDialog } from '../../app/ConfirmDialog'
import { Button } from '../../ui/Button'
import { TextField } from '../../ui/TextField'
import { mayIn } from '../rooms/may'
import { roomTitle } from '../rooms/room-title'

/** Archiving, which can be taken back, and deleting, which cannot. */
export function ClosingActions({ room, onGone }: { room: InboxRoom; onGone: () => void }) {
  const { trpc } = useParley()
  const inbox = useInboxActions()
  const navigate = useNavigate()
  const shown = useParams({ strict: false }).roomId
  const [asking, setAsking] = useState<'archive' | 'restore' | 'delete' | null>(null)
  const [typed, setTyped] = useState('')
  const title = roomTitle(room)
  const input = { roomId: room.id }
  const close = () => {
    setAsking(null)
    setTyped('')
  }

  async function remove() {
    await trpc.rooms.delete.mutate(input)
    inbox.drop(room.id)
    onGone()
    if (shown === room.id) await navigate({ to: '/' })
  }

  return (
    <section aria-label="Archive or delete" className="flex flex-col gap-3 border-t border-line pt-5">
      {mayIn(room, room.archivedAt ? 'restore' : 'archive') && (
        <Act
          says={room.archivedAt ? 'Let people write here again.' : 'Close the room for writing; it stays to be read.'}
          button={room.archivedAt ? 'Restore room…' : 'Archive room…'}
          onPress={() => setAsking(room.archivedAt ? 'restore' : 'archive')}
        />
      )}
      {mayIn(room, 'delete') && (
        <Act
          danger
          says="Take the room away from everybody."
          button="Delete room…"
          onPress={() => setAsking('delete')}
        />
      )}
      <ConfirmDialog
        open={asking === 'archive'}
        onClose={close}
        title={`Archive ${title}?`}
        description="Nobody can write in it any more. It can be read, and restored."
        action="Archive room"
        look="primary"
        onConfirm={async () => inbox.show(await trpc.rooms.archive.mutate(input))}
      />
      <ConfirmDialog
        open={asking === 'restore'}
        onClose={close}
        title={`Restore ${title}?`}
        description="People can write in it again."
        action="Restore room"
        look="primary"
        onConfirm={async () => inbox.show(await trpc.rooms.restore.mutate(input))}
      />
      <ConfirmDialog
        open={asking === 'delete'}
        onClose={close}
        title={`Delete ${title}?`}
        description={`It goes for everybody, with all that was said in it, and can't be brought back.`}
        action="Delete room"
        disabled={typed.trim() !== room.name}
        onConfirm={remove}
      >
        <TextField
          label={`Type ${room.name} to confirm`}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          autoFocus
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      </ConfirmDialog>
    </section>
  )
}

interface ActProps {
  says: string
  button: string
  danger?: boolean
  onPress: () => void
}

function Act({ says, button, danger, onPress }: ActProps) {
  return (
    <div className="flex items-center justify-between gap-4">
      <p className="text-meta text-fg-muted">{says}</p>
      <Button className={danger ? 'text-danger!' : undefined} onClick={onPress}>
        {button}
      </Button>
    </div>
  )
}
