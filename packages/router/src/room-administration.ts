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
  update: scoped('rooms:moderate')
    .input(UpdateRoom)
    .output(InboxRoom)
    .mutation(({ ctx, input }) => updateRoom(ctx, input)),
  archive: scoped('rooms:moderate')
    .input(GetRoom)
    .output(InboxRoom)
    .mutation(({ ctx, input }) => archiveRoom(ctx, input)),
  restore: scoped('rooms:moderate')
    .input(GetRoom)
    .output(InboxRoom)
    .mutation(({ ctx, input }) => restoreRoom(ctx, input)),
  delete: scoped('rooms:moderate')
    .input(GetRoom)
    .output(Ok)
    .mutation(({ ctx, input }) => done(deleteRoom(ctx, input))),
  addMember: scoped('rooms:moderate')
    .input(AddMember)
    .output(Ok)
    .mutation(({ ctx, input }) => done(addMember(ctx, input))),
  removeMember: scoped('rooms:moderate')
    .input(ActOnMember)
    .output(Ok)
    .mutation(({ ctx, input }) => done(removeMember(ctx, input))),
  setRole: scoped('rooms:moderate')
    .input(SetRole)
    .output(Ok)
    .mutation(({ ctx, input }) => done(setRole(ctx, input))),
  muteMember: scoped('rooms:moderate')
    .input(MuteMember)
    .output(Ok)
    .mutation(({ ctx, input }) => done(muteMember(ctx, input))),
  ban: scoped('rooms:moderate')
    .input(ActOnMember)
    .output(Ok)
    .mutation(({ ctx, input }) => done(banMember(ctx, input))),
  unban: scoped('rooms:moderate')
    .input(ActOnMember)
    .output(Ok)
    .mutation(({ ctx, input }) => done(unbanMember(ctx, input))),
  bans: scoped('rooms:moderate')
    .input(ListOfRoom)
    .output(BanPage)
    .query(({ ctx, input }) => listBans(ctx, input)),
  audit: scoped('rooms:moderate')
    .input(ListOfRoom)
    .output(AuditPage)
    .query(({ ctx, input }) => listAudit(ctx, input)),
}
