import type { Entry, Timeline } from '@parley/client'
import { useParley } from '@parley/client/react'
import { useLayoutEffect, useMemo, useRef } from 'react'
import type { MessageActions } from './actions'

export interface ActionHandlers extends Pick<
  MessageActions,
  'reply' | 'edit' | 'remove' | 'report' | 'jumpTo' | 'openSheet'
> {
  markedUnread(seq: number): void
  /** Something that was asked for did not happen; said in place. */
  failed(what: string): void
}

/** Wires what a message offers to the timeline and the pane; the same object for as long as the pane is there. */
export function useStableActions(timeline: Timeline, selfId: string, handlers: ActionHandlers): MessageActions {
  const { trpc } = useParley()
  const latest = useRef(handlers)
  useLayoutEffect(() => {
    latest.current = handlers
  })
  return useMemo<MessageActions>(() => {
    const attempt = (failure: string, work: Promise<unknown>) => void work.catch(() => latest.current.failed(failure))
    return {
      reply: (entry) => latest.current.reply(entry),
      edit: (key) => latest.current.edit(key),
      remove: (entry) => latest.current.remove(entry),
      report: (entry) => latest.current.report(entry),
      jumpTo: (seq) => latest.current.jumpTo(seq),
      openSheet: (entry) => latest.current.openSheet(entry),
      saveEdit: ({ message }, body) => attempt("Couldn't save your edit.", timeline.edit(message.id, body)),
      react: ({ message }, emoji) =>
        attempt(
          "Couldn't change your reaction.",
          timeline.react(message.id, emoji, !hasReacted(message, emoji, selfId)),
        ),
      copy: ({ message }) => attempt("Couldn't copy the text.", navigator.clipboard.writeText(message.body)),
      markUnread: ({ message: { roomId, seq } }) => {
        latest.current.markedUnread(seq)
        attempt("Couldn't mark it unread.", trpc.rooms.markUnread.mutate({ roomId, fromSeq: seq }))
      },
      retry: ({ message }) => timeline.retry(message.clientId),
      discard: ({ message }) => timeline.discard(message.clientId),
    }
  }, [timeline, selfId, trpc])
}

const hasReacted = ({ reactions }: Entry['message'], emoji: string, userId: string) =>
  reactions.some((reaction) => reaction.emoji === emoji && reaction.userIds.includes(userId))
