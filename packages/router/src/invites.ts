import { CreatedInvite, CreateInvite, Invite, InvitePreview, RevokeInvite, UseInvite } from '@parley/contract/invites'
import { Ok } from '@parley/contract/pages'
import { GetRoom, InboxRoom } from '@parley/contract/rooms'
import { acceptInvite, createInvite, listInvites, previewInvite, revokeInvite } from '@parley/core/rooms/invites'
import { anybody, done, scoped } from './trpc.js'

/** The procedures of `rooms` about links by which people join. */
export const invites = {
  /** Makes a link by which people join; without hours and uses it works for ever and for everybody. */
  createInvite: scoped('rooms:write')
    .input(CreateInvite)
    .output(CreatedInvite)
    .mutation(({ ctx, input }) => createInvite(ctx, input)),
  /** Lists the links that still work: one's own, and to moderators and above everybody's. */
  invites: scoped('rooms:read')
    .input(GetRoom)
    .output(Invite.array())
    .query(({ ctx, input }) => listInvites(ctx, input)),
  /** Ends a link, as who made it or as moderator and above. */
  revokeInvite: scoped('rooms:write')
    .input(RevokeInvite)
    .output(Ok)
    .mutation(({ ctx, input }) => done(revokeInvite(ctx, input))),
  /** Shows anybody who has a code what it leads to; revoked, expired or used up is `not_found`. */
  invitePreview: anybody
    .input(UseInvite)
    .output(InvitePreview)
    .query(({ ctx, input }) => previewInvite(ctx, input)),
  /** Joins the room of a code; revoked, expired or used up is `not_found`, banned `forbidden`. */
  acceptInvite: scoped('rooms:write')
    .input(UseInvite)
    .output(InboxRoom)
    .mutation(({ ctx, input }) => acceptInvite(ctx, input)),
}
