import type { Timeline } from '@parley/client'
import { useParley } from '@parley/client/react'
import { limits } from '@parley/contract/limits'
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { copyText } from '../../ui/copy-text'
import { errorDataOf } from '../../app/describe-error'
import type { MessageActions } from './actions'

const sayFull = `A room has at most ${limits.pins} pins. Take one out first.`

export interface ActionHandlers extends Pick<
  MessageActions,
  'reply' | 'edit' | 'remove' | 'report' | 'jumpTo' | 'openSheet' | 'openThread' | 'showHistory' | 'showReactions'
> {
  markedUnread(seq: number): void
  /** What was said in place of a message was not saved: it is to be edited on. */
  reopenEdit(key: string): void
  /** Something that was asked for did not happen; said in place. */
  failed(what: string): void
}

/** Wires what a message offers to the timeline and the pane; the same object for as long as the pane is there. */
export function useStableActions(timeline: Timeline, handlers: ActionHandlers): MessageActions {
  const { trpc } = useParley()
  const [edits] = useState(() => new Map<string, string>())
  const latest = useRef(handlers)
  useLayoutEffect(() => {
    latest.current = handlers
  })
  return useMemo<MessageActions>(() => {
    const attempt = (failure: string, work: Promise<unknown>) => void work.catch(() => latest.current.failed(failure))
    return {
      edits,
      reply: (entry) => latest.current.reply(entry),
      edit: (key) => latest.current.edit(key),
      remove: (entry) => latest.current.remove(entry),
      report: (entry) => latest.current.report(entry),
      jumpTo: (seq) => latest.current.jumpTo(seq),
      openSheet: (entry) => latest.current.openSheet(entry),
      openThread: (entry) => latest.current.openThread(entry),
      showHistory: (entry) => latest.current.showHistory(entry),
      showReactions: (entry) => latest.current.showReactions(entry),
      pin: ({ message }) => {
        const on = message.pinnedAt === null
        const work = timeline.pin(message.id, on)
        void work.catch((error: unknown) => {
          const isFull = errorDataOf(error)?.appCode === 'conflict'
          latest.current.failed(isFull && on ? sayFull : on ? "Couldn't pin it." : "Couldn't unpin it.")
        })
      },
      saveEdit: ({ key, message }, body) =>
        void timeline.edit(message.id, body).then(
          () => {
            // Unless the box was opened again meanwhile and says something else by now.
            if (edits.get(key)?.trim() === body) edits.delete(key)
          },
          (error: unknown) => {
            const isLate = errorDataOf(error)?.appCode === 'forbidden'
            latest.current.failed(isLate ? 'This message is too old to be edited.' : "Couldn't save your edit.")
            if (!edits.has(key)) edits.set(key, body)
            latest.current.reopenEdit(key)
          },
        ),
      react: ({ message }, emoji) =>
        attempt("Couldn't change your reaction.", timeline.toggleReaction(message.id, emoji)),
      copy: ({ message }) => attempt("Couldn't copy the text.", copyText(message.body)),
      markUnread: ({ message: { roomId, seq } }) => {
        latest.current.markedUnread(seq)
        attempt("Couldn't mark it unread.", trpc.rooms.markUnread.mutate({ roomId, fromSeq: seq }))
      },
      retry: ({ message }) => timeline.retry(message.clientId),
      discard: ({ message }) => timeline.discard(message.clientId),
    }
  }, [timeline, edits, trpc])
}
