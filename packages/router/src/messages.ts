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
import { removePreview } from '@parley/core/messages/previews'
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
  list: scoped('messages:read')
    .input(ListMessages)
    .output(MessagePage)
    .query(({ ctx, input }) => listMessages(ctx, input)),
  byId: scoped('messages:read')
    .input(GetMessage)
    .output(Message)
    .query(({ ctx, input }) => getMessage(ctx, input)),
  send: scoped('messages:write')
    .input(SendMessage)
    .output(Sent)
    .mutation(({ ctx, input }) => sendMessage(ctx, input)),
  edit: scoped('messages:write')
    .input(EditMessage)
    .output(Message)
    .mutation(({ ctx, input }) => editMessage(ctx, input)),
  delete: scoped('messages:write')
    .input(GetMessage)
    .output(Message)
    .mutation(({ ctx, input }) => deleteMessage(ctx, input)),
  react: scoped('messages:write')
    .input(ReactToMessage)
    .output(Message)
    .mutation(({ ctx, input }) => reactToMessage(ctx, input)),
  removePreview: scoped('messages:write')
    .input(GetMessage)
    .output(Message)
    .mutation(({ ctx, input }) => removePreview(ctx, input)),
  seenBy: scoped('messages:read')
    .input(GetMessage)
    .output(SeenBy)
    .query(({ ctx, input }) => listSeenBy(ctx, input)),
  report: scoped('messages:write')
    .input(ReportMessage)
    .output(Ok)
    .mutation(({ ctx, input }) => done(reportMessage(ctx, input))),
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
