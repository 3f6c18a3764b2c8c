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
import { MessageHistory } from '@parley/contract/history'
import { Ok } from '@parley/contract/pages'
import { ListPins, PinMessage, PinPage } from '@parley/contract/pins'
import { ListReactions, ReactionPage } from '@parley/contract/reactions'
import { ReportMessage } from '@parley/contract/reports'
import { FoundMessages, SearchMessages } from '@parley/contract/search'
import { ListThread, ThreadPage } from '@parley/contract/threads'
import { deleteMessage } from '@parley/core/messages/deletion'
import { listHistory } from '@parley/core/messages/history'
import { listMessages } from '@parley/core/messages/list'
import { listReactions } from '@parley/core/messages/reactions'
import { removePreview } from '@parley/core/messages/previews'
import { listSeenBy } from '@parley/core/messages/seen-by'
import { sendMessage } from '@parley/core/messages/send'
import { editMessage, getMessage, reactToMessage } from '@parley/core/messages/service'
import { followRoom } from '@parley/core/messages/watch'
import { listPins, pinMessage } from '@parley/core/pins/service'
import { HandOver } from '@parley/core/realtime/hand-over'
import { reportMessage } from '@parley/core/reports/service'
import { searchMessages } from '@parley/core/search/service'
import { listThread } from '@parley/core/threads/service'
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
  /** Pins a message, or takes its pin away; a room takes 100 pins, and one more is `conflict`. */
  pin: scoped('messages:write')
    .input(PinMessage)
    .output(Message)
    .mutation(({ ctx, input }) => pinMessage(ctx, input)),
  /** What is pinned in a room, what was pinned last first. */
  pins: scoped('messages:read')
    .input(ListPins)
    .output(PinPage)
    .query(({ ctx, input }) => listPins(ctx, input)),
  /** What a message said before it was edited, the oldest first; of a deleted one nothing. */
  history: scoped('messages:read')
    .input(GetMessage)
    .output(MessageHistory)
    .query(({ ctx, input }) => listHistory(ctx, input)),
  /** A page of the answers in a thread, as `list`; `root` is what they answer, where the reader may see that. */
  thread: scoped('messages:read')
    .input(ListThread)
    .output(ThreadPage)
    .query(({ ctx, input }) => listThread(ctx, input)),
  /** Who reacted to a message, in the order in which they did; with `emoji`, who with that one. */
  reactions: scoped('messages:read')
    .input(ListReactions)
    .output(ReactionPage)
    .query(({ ctx, input }) => listReactions(ctx, input)),
  /** Takes the preview of its link away from a message: its author may, and who may delete it. */
  removePreview: scoped('messages:write')
    .input(GetMessage)
    .output(Message)
    .mutation(({ ctx, input }) => removePreview(ctx, input)),
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
   * Finds messages in all one's rooms, or in one: words, `"phrases"`, `prefix*`, `-without`, `from:` `in:` `before:` `after:`
   * `has:` `is:`. What is wrong with `query` is `invalid` and named.
   */
  search: scoped('messages:read')
    .input(SearchMessages)
    .output(FoundMessages)
    .query(({ ctx, input }) => searchMessages(ctx, input)),
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
