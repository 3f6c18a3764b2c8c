import { api, useParley } from '@parley/client/react'
import type { Invite } from '@parley/contract/invites'
import type { InboxRoom } from '@parley/contract/rooms'
import { useState } from 'react'
import { ConfirmDialog } from '../../app/ConfirmDialog'
import { describeError } from '../../app/describe-error'
import { Button } from '../../ui/Button'
import { Skeleton } from '../../ui/Skeleton'
import { mayIn } from '../rooms/may'
import { useRoomDialogs } from '../rooms/room-dialogs'
import { CopyLink } from './CopyLink'
import { CreateInviteForm } from './CreateInviteForm'
import { inviteText } from './invite-text'

/** Links into the room: making, passing on, and revoking them. */
export function InvitesTab({ room }: { room: InboxRoom }) {
  const { trpc } = useParley()
  const { rooms } = api.useUtils()
  const open = useRoomDialogs()
  const invites = api.rooms.invites.useQuery({ roomId: room.id })
  const [revoked, setRevoked] = useState<Invite | null>(null)

  return (
    <div className="flex flex-col gap-5 px-5 pt-4 pb-5">
      <CreateInviteForm roomId={room.id} />
      {mayIn(room, 'addMember') && (
        <p className="text-meta text-fg-muted">
          They have an account already?{' '}
          <button
            type="button"
            className="font-medium text-accent underline decoration-accent/35 underline-offset-3"
            onClick={() => open(room.id, 'add-people')}
          >
            Add people
          </button>
        </p>
      )}
      <section aria-labelledby="invites-that-work">
        <h3 id="invites-that-work" className="mb-1 text-meta font-medium">
          {mayIn(room, 'manageInvites') ? 'Links that work' : 'Your links that work'}
        </h3>
        {invites.isPending && <Skeleton className="h-8" />}
        {invites.isError && (
          <p role="alert" className="text-meta text-danger">
            {describeError(invites.error)}
          </p>
        )}
        {invites.data?.length === 0 && <p className="text-meta text-fg-muted">There are none yet.</p>}
        <ul className="flex flex-col divide-y divide-line">
          {invites.data?.map((invite) => (
            <li key={invite.id} className="py-3">
              <div className="flex items-center gap-2">
                <CopyLink url={invite.url} label={`Link of ${invite.createdBy.displayName}`} />
                <Button size="sm" look="quiet" className="h-8!" onClick={() => setRevoked(invite)}>
                  Revoke
                </Button>
              </div>
              <p className="tabular mt-1.5 text-meta text-fg-muted">
                <bdi>{invite.createdBy.displayName}</bdi> · {inviteText(invite, new Date())}
              </p>
            </li>
          ))}
        </ul>
      </section>
      <ConfirmDialog
        open={revoked !== null}
        onClose={() => setRevoked(null)}
        title="Revoke this link?"
        description="Nobody can join by it any more. Who has joined stays."
        action="Revoke link"
        onConfirm={async () => {
          await trpc.rooms.revokeInvite.mutate({ inviteId: revoked!.id })
          await rooms.invites.invalidate({ roomId: room.id })
        }}
      />
    </div>
  )
}
