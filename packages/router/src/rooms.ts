import { Ok } from '@parley/contract/pages'
import {
  CreateRoom,
  DirectRoom,
  DiscoverPage,
  DiscoverRooms,
  GetRoom,
  InboxPage,
  InboxRoom,
  ListMembers,
  ListRooms,
  MarkRead,
  MarkUnread,
  MemberPage,
  ReadState,
  SetFavourite,
  SetNotify,
  WatchInbox,
} from '@parley/contract/rooms'
import { joinRoom, leaveRoom } from '@parley/core/rooms/joining'
import { setFavourite, setNotify } from '@parley/core/rooms/preferences'
import { markAllRead, markRead, markUnread } from '@parley/core/rooms/read-state'
import { listMembers } from '@parley/core/rooms/roster'
import { createRoom, discoverRooms, getDirectRoom, getRoom, listRooms } from '@parley/core/rooms/service'
import { followInbox } from '@parley/core/rooms/watch'
import { invites } from './invites.js'
import { reports } from './reports.js'
import { administration } from './room-administration.js'
import { done, router, scoped } from './trpc.js'
import { untilAborted } from './subscription.js'

export const rooms = router({
  list: scoped('rooms:read')
    .input(ListRooms)
    .output(InboxPage)
    .query(({ ctx, input }) => listRooms(ctx, input)),
  discover: scoped('rooms:read')
    .input(DiscoverRooms)
    .output(DiscoverPage)
    .query(({ ctx, input }) => discoverRooms(ctx, input)),
  byId: scoped('rooms:read')
    .input(GetRoom)
    .output(InboxRoom)
    .query(({ ctx, input }) => getRoom(ctx, input)),
  create: scoped('rooms:write')
    .input(CreateRoom)
    .output(InboxRoom)
    .mutation(({ ctx, input }) => createRoom(ctx, input)),
  direct: scoped('rooms:write')
    .input(DirectRoom)
    .output(InboxRoom)
    .mutation(({ ctx, input }) => getDirectRoom(ctx, input)),
  join: scoped('rooms:write')
    .input(GetRoom)
    .output(InboxRoom)
    .mutation(({ ctx, input }) => joinRoom(ctx, input)),
  leave: scoped('rooms:write')
    .input(GetRoom)
    .output(Ok)
    .mutation(({ ctx, input }) => done(leaveRoom(ctx, input))),
  members: scoped('rooms:read')
    .input(ListMembers)
    .output(MemberPage)
    .query(({ ctx, input }) => listMembers(ctx, input)),
  markRead: scoped('rooms:write')
    .input(MarkRead)
    .output(ReadState)
    .mutation(({ ctx, input }) => markRead(ctx, input)),
  markUnread: scoped('rooms:write')
    .input(MarkUnread)
    .output(ReadState)
    .mutation(({ ctx, input }) => markUnread(ctx, input)),
  markAllRead: scoped('rooms:write')
    .output(Ok)
    .mutation(({ ctx }) => done(markAllRead(ctx))),
  setNotify: scoped('rooms:write')
    .input(SetNotify)
    .output(Ok)
    .mutation(({ ctx, input }) => done(setNotify(ctx, input))),
  setFavourite: scoped('rooms:write')
    .input(SetFavourite)
    .output(Ok)
    .mutation(({ ctx, input }) => done(setFavourite(ctx, input))),
  watch: scoped('rooms:read')
    .input(WatchInbox)
    .subscription(({ ctx, signal }) => untilAborted(signal, (until) => followInbox(ctx, until))),
  ...administration,
  ...invites,
  ...reports,
})
