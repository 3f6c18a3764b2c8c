import { CreatedInvite, CreateInvite, Invite, InvitePreview, RevokeInvite, UseInvite } from '@parley/contract/invites'
import { Ok } from '@parley/contract/pages'
import { GetRoom, InboxRoom } from '@parley/contract/rooms'
import { acceptInvite, createInvite, listInvites, previewInvite, revokeInvite } from '@parley/core/rooms/invites'
import { anybody, done, scoped } from './trpc.js'

/** The procedures of `rooms` about links by which people join. */
export const invites = {
  createInvite: scoped('rooms:write')
    .input(CreateInvite)
    .output(CreatedInvite)
    .mutation(({ ctx, input }) => createInvite(ctx, input)),
  invites: scoped('rooms:read')
    .input(GetRoom)
    .output(Invite.array())
    .query(({ ctx, input }) => listInvites(ctx, input)),
  revokeInvite: scoped('rooms:write')
    .input(RevokeInvite)
    .output(Ok)
    .mutation(({ ctx, input }) => done(revokeInvite(ctx, input))),
  invitePreview: anybody
    .input(UseInvite)
    .output(InvitePreview)
    .query(({ ctx, input }) => previewInvite(ctx, input)),
  acceptInvite: scoped('rooms:write')
    .input(UseInvite)
    .output(InboxRoom)
    .mutation(({ ctx, input }) => acceptInvite(ctx, input)),
}
