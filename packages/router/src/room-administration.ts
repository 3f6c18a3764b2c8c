import { Ok } from '@parley/contract/pages'
import {
  ActOnMember,
  AddMember,
  AuditPage,
  BanPage,
  ListOfRoom,
  MuteMember,
  SetRole,
  UpdateRoom,
} from '@parley/contract/room-administration'
import { GetRoom, InboxRoom } from '@parley/contract/rooms'
import { addMember } from '@parley/core/rooms/joining'
import {
  banMember,
  listAudit,
  listBans,
  muteMember,
  removeMember,
  setRole,
  unbanMember,
} from '@parley/core/rooms/moderation'
import { archiveRoom, deleteRoom, restoreRoom, updateRoom } from '@parley/core/rooms/settings'
import { done, scoped } from './trpc.js'

/** The procedures of `rooms` that take a role in the room. A token that only joins, leaves and reads has none of them. */
export const administration = {
  /** Changes the settings of a room, as admin or owner; what is left out stays. */
  update: scoped('rooms:moderate')
    .input(UpdateRoom)
    .output(InboxRoom)
    .mutation(({ ctx, input }) => updateRoom(ctx, input)),
  /** Makes a room read-only, as admin or owner; doing it again changes nothing. */
  archive: scoped('rooms:moderate')
    .input(GetRoom)
    .output(InboxRoom)
    .mutation(({ ctx, input }) => archiveRoom(ctx, input)),
  /** Makes an archived room writable again, as admin or owner. */
  restore: scoped('rooms:moderate')
    .input(GetRoom)
    .output(InboxRoom)
    .mutation(({ ctx, input }) => restoreRoom(ctx, input)),
  /** Deletes a room for everybody and for good, as its owner. */
  delete: scoped('rooms:moderate')
    .input(GetRoom)
    .output(Ok)
    .mutation(({ ctx, input }) => done(deleteRoom(ctx, input))),
  /** Puts a person into the room, as admin or owner; who is in it stays what they are, banned is `forbidden`. */
  addMember: scoped('rooms:moderate')
    .input(AddMember)
    .output(Ok)
    .mutation(({ ctx, input }) => done(addMember(ctx, input))),
  /** Takes somebody below oneself out of the room, as moderator or above. */
  removeMember: scoped('rooms:moderate')
    .input(ActOnMember)
    .output(Ok)
    .mutation(({ ctx, input }) => done(removeMember(ctx, input))),
  /** Gives a member another role, below one's own unless one is an owner; the last owner stays one (`conflict`). */
  setRole: scoped('rooms:moderate')
    .input(SetRole)
    .output(Ok)
    .mutation(({ ctx, input }) => done(setRole(ctx, input))),
  /**
   * Takes the voice of somebody below oneself until a time, as moderator or above; a time that is over gives it back.
   */
  muteMember: scoped('rooms:moderate')
    .input(MuteMember)
    .output(Ok)
    .mutation(({ ctx, input }) => done(muteMember(ctx, input))),
  /** Takes somebody below oneself out of the room and keeps them out, as moderator or above. */
  ban: scoped('rooms:moderate')
    .input(ActOnMember)
    .output(Ok)
    .mutation(({ ctx, input }) => done(banMember(ctx, input))),
  /** Lets a banned person join again, as moderator or above. */
  unban: scoped('rooms:moderate')
    .input(ActOnMember)
    .output(Ok)
    .mutation(({ ctx, input }) => done(unbanMember(ctx, input))),
  /** Lists who is banned, the newest first, to moderators and above. */
  bans: scoped('rooms:moderate')
    .input(ListOfRoom)
    .output(BanPage)
    .query(({ ctx, input }) => listBans(ctx, input)),
  /** Lists what was done to the room and by whom, the newest first, to admins and owners. */
  audit: scoped('rooms:moderate')
    .input(ListOfRoom)
    .output(AuditPage)
    .query(({ ctx, input }) => listAudit(ctx, input)),
}
