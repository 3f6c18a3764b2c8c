import {
  EditMessage,
  GetMessage,
  ListMessages,
  Message,
  type MessageEvent,
  MessagePage,
  ReactToMessage,
  SeenBy,
  SendMessage,
  Sent,
  WatchMessages,
} from '@parley/contract/messages'
import { Ok } from '@parley/contract/pages'
import { ReportMessage } from '@parley/contract/reports'
import { deleteMessage } from '@parley/core/messages/deletion'
import { listMessages } from '@parley/core/messages/list'
import { listSeenBy } from '@parley/core/messages/seen-by'
import { sendMessage } from '@parley/core/messages/send'
import { editMessage, getMessage, reactToMessage } from '@parley/core/messages/service'
import { followRoom } from '@parley/core/messages/watch'
import { HandOver } from '@parley/core/realtime/hand-over'
import { reportMessage } from '@parley/core/reports/service'
import { tracked, type TrackedEnvelope } from '@trpc/server'
import { untilAborted } from './subscription.js'
import { done, router, scoped } from './trpc.js'

export const messages = router({
  /** Reads a page of the main timeline, the newest unless a cursor or `aroundSeq` says otherwise; at most 100. */
  list: scoped('messages:read')
    .input(ListMessages)
    .output(MessagePage)
    .query(({ ctx, input }) => listMessages(ctx, input)),
  /** Reads a message; of a room one is not in, `not_found`. */
  byId: scoped('messages:read')
    .input(GetMessage)
    .output(Message)
    .query(({ ctx, input }) => getMessage(ctx, input)),
  /**
   * Says something in a room: at most 4,000 characters and 10 files; the same `clientId` again is answered with the
   * first message, an archived room is `conflict`, too much `rate_limited`.
   */
  send: scoped('messages:write')
    .input(SendMessage)
    .output(Sent)
    .mutation(({ ctx, input }) => sendMessage(ctx, input)),
  /** Rewrites one's own message; a deleted one or an archived room is `conflict`. */
  edit: scoped('messages:write')
    .input(EditMessage)
    .output(Message)
    .mutation(({ ctx, input }) => editMessage(ctx, input)),
  /** Takes away what a message says, as its author or a moderator and above; its place stays. */
  delete: scoped('messages:write')
    .input(GetMessage)
    .output(Message)
    .mutation(({ ctx, input }) => deleteMessage(ctx, input)),
  /** Puts an emoji on a message or takes it away; a 21st emoji is `conflict`. */
  react: scoped('messages:write')
    .input(ReactToMessage)
    .output(Message)
    .mutation(({ ctx, input }) => reactToMessage(ctx, input)),
  /** Who has read a message and lets that be seen; in a room of over 100 members only counted. */
  seenBy: scoped('messages:read')
    .input(GetMessage)
    .output(SeenBy)
    .query(({ ctx, input }) => listSeenBy(ctx, input)),
  /**
   * Tells those who moderate of a message, again without effect while it waits; one's own, a deleted one or a note is
   * `conflict`.
   */
  report: scoped('messages:write')
    .input(ReportMessage)
    .output(Ok)
    .mutation(({ ctx, input }) => done(reportMessage(ctx, input))),
  /**
   * Follows a room, resuming behind `lastEventId` without a gap: what changed, `ready`, then what comes; `reset` says
   * to fetch afresh, after 1,000 changes missed.
   */
  watch: scoped('messages:read')
    .input(WatchMessages)
    .subscription(({ ctx, input, signal }) =>
      untilAborted(signal, (until) => trackVersions(followRoom(ctx, input, until))),
    ),
})

/** Every event carries its version as the id to resume from: one without would make the adapter forget the last. */
async function* trackVersions(events: AsyncGenerator<MessageEvent>): AsyncGenerator<TrackedEnvelope<MessageEvent>> {
  // The mark of a hand-over passes as it is; the frames that follow it are made by the same rule.
  for await (const event of events)
    yield event instanceof HandOver ? (event as never) : tracked(String(event.version), event)
}
