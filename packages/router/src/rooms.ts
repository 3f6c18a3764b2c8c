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
  /** Lists one's rooms, the newest activity first; at most 100 a page. */
  list: scoped('rooms:read')
    .input(ListRooms)
    .output(InboxPage)
    .query(({ ctx, input }) => listRooms(ctx, input)),
  /** Lists public rooms that are not archived, the newest first; `query` is looked for in name and topic. */
  discover: scoped('rooms:read')
    .input(DiscoverRooms)
    .output(DiscoverPage)
    .query(({ ctx, input }) => discoverRooms(ctx, input)),
  /** Reads a room as one has it; a private one that one is not in is `not_found`. */
  byId: scoped('rooms:read')
    .input(GetRoom)
    .output(InboxRoom)
    .query(({ ctx, input }) => getRoom(ctx, input)),
  /** Makes a room that one owns; names have 1–80 characters, topics at most 300. */
  create: scoped('rooms:write')
    .input(CreateRoom)
    .output(InboxRoom)
    .mutation(({ ctx, input }) => createRoom(ctx, input)),
  /**
   * The one room of oneself and exactly these people, at most 20 together, made if it is not there yet; where one of
   * two has blocked the other, `forbidden`.
   */
  direct: scoped('rooms:write')
    .input(DirectRoom)
    .output(InboxRoom)
    .mutation(({ ctx, input }) => getDirectRoom(ctx, input)),
  /** Joins a public room, or changes nothing when one is in it; archived is `conflict`, banned `forbidden`. */
  join: scoped('rooms:write')
    .input(GetRoom)
    .output(InboxRoom)
    .mutation(({ ctx, input }) => joinRoom(ctx, input)),
  /** Leaves a room; a direct one is `conflict`, as is leaving others without an owner. */
  leave: scoped('rooms:write')
    .input(GetRoom)
    .output(Ok)
    .mutation(({ ctx, input }) => done(leaveRoom(ctx, input))),
  /** Lists the members, those who are there first; `query` is the start of a username or of words of a name. */
  members: scoped('rooms:read')
    .input(ListMembers)
    .output(MemberPage)
    .query(({ ctx, input }) => listMembers(ctx, input)),
  /** Marks the room read up to `seq`; never moves back. */
  markRead: scoped('rooms:write')
    .input(MarkRead)
    .output(ReadState)
    .mutation(({ ctx, input }) => markRead(ctx, input)),
  /** Marks everything from `fromSeq` on as unread. */
  markUnread: scoped('rooms:write')
    .input(MarkUnread)
    .output(ReadState)
    .mutation(({ ctx, input }) => markUnread(ctx, input)),
  /** Marks all of one's rooms read. */
  markAllRead: scoped('rooms:write')
    .output(Ok)
    .mutation(({ ctx }) => done(markAllRead(ctx))),
  /** Says what of a room one is notified of: all, mentions or nothing. */
  setNotify: scoped('rooms:write')
    .input(SetNotify)
    .output(Ok)
    .mutation(({ ctx, input }) => done(setNotify(ctx, input))),
  /** Puts a room among one's favourites, or takes it from them. */
  setFavourite: scoped('rooms:write')
    .input(SetFavourite)
    .output(Ok)
    .mutation(({ ctx, input }) => done(setFavourite(ctx, input))),
  /**
   * Follows all of one's rooms at once; not resumable, so fetch `rooms.list` again after every `ready` but the first.
   */
  watch: scoped('rooms:read')
    .input(WatchInbox)
    .subscription(({ ctx, signal }) => untilAborted(signal, (until) => followInbox(ctx, until))),
  ...administration,
  ...invites,
  ...reports,
})
