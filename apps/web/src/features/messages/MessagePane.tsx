import type { Entry, Timeline, TimelineState } from '@parley/client'
import type { Attachment } from '@parley/contract/files'
import type { Message } from '@parley/contract/messages'
import type { InboxRoom } from '@parley/contract/rooms'
import { useCallback, useEffect, useImperativeHandle, useRef, useState, type ReactNode, type Ref } from 'react'
import { keyboardFocus } from '../../ui/keyboard-focus'
import { mayIn } from '../rooms/may'
import { TypingLine } from '../typing/TypingLine'
import { MessageActionsContext } from './actions'
import { Composer, type ComposerHandle } from './Composer'
import { GoneState } from './GoneState'
import { MessageDialogs, type AskedOfMessage } from './MessageDialogs'
import type { MessageListHandle } from './MessageList'
import { Notice } from './Notice'
import { PaneMessages } from './PaneMessages'
import type { Reading } from './reading'
import { useRefusal } from './Refusal'
import { SlowMode } from './SlowMode'
import { slowUntil } from './slow-mode'
import type { Editing } from './use-edit-focus'
import { useFuture } from './use-future'
import { useReader } from './use-reader'
import { useReplyTo } from './use-reply-to'
import { useStableActions } from './use-stable-actions'

export interface MessagePaneHandle {
  focus(): void
  /** From the last message of somebody else. */
  markUnread(): void
  /** Says in place what did not work. */
  failed(what: string): void
}

export interface MessagePaneProps {
  ref?: Ref<MessagePaneHandle>
  room: InboxRoom
  /** What is talked in, as the box and the list are called after it. */
  title: string
  atSeq: number | undefined
  visit: number | undefined
  selfId: string
  state: TimelineState & { timeline: Timeline }
  /** How far one has read. */
  reading: Reading
  dividerSeq: number | null
  onSeen: (seq: number) => void
  onMarkedUnread: (fromSeq: number) => void
  /** Above the first message. */
  start: ReactNode
  /** The thread that is talked in. */
  rootId?: string
  onThread: (rootId: string) => void
  /** Escape among the messages; to the box, unless told otherwise. */
  onEscape?: () => void
}

/** Messages, and where one writes: of a room, or of a thread. */
export function MessagePane(props: MessagePaneProps) {
  const { ref, room, title, atSeq, visit, selfId, state, reading, dividerSeq, rootId = null } = props
  const { timeline, entries } = state
  const [replyTo, setReplyTo] = useReplyTo(selfId, rootId ?? room.id)
  const [editing, setEditing] = useState<Editing | null>(null)
  const [asked, setAsked] = useState<AskedOfMessage | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const list = useRef<MessageListHandle>(null)
  const composer = useRef<ComposerHandle>(null)

  const focusComposer = useCallback(() => composer.current?.focus(), [])
  const focusList = useCallback(() => list.current?.focusLast(), [])
  const cancelReply = useCallback(() => setReplyTo(null), [setReplyTo])
  const clearFailure = useCallback(() => setFailure(null), [])
  const ask = (what: AskedOfMessage['what']) => (entry: Entry) =>
    setAsked({ entry, what, byKeyboard: keyboardFocus() !== null })
  const actions = useStableActions(timeline, {
    reply: (entry) => setReplyTo(entry.message),
    edit: (key) => {
      if (key === null && (editing?.backTo === 'composer' || !keyboardFocus())) focusComposer()
      const isAmongMessages = keyboardFocus()?.closest('[role="log"]')
      setEditing(key === null ? null : { key, takesFocus: true, backTo: isAmongMessages ? 'message' : 'composer' })
    },
    // Whoever has gone on to write something else is not interrupted.
    reopenEdit: (key) => setEditing((open) => open ?? { key, takesFocus: false, backTo: 'composer' }),
    remove: ask('remove'),
    report: ask('report'),
    showHistory: ask('history'),
    showReactions: ask('reactions'),
    openThread: ({ message }) => props.onThread(message.threadRootId ?? message.id),
    openSheet: ask('sheet'),
    jumpTo: (seq) => list.current?.jumpTo(seq),
    markedUnread: props.onMarkedUnread,
    failed: setFailure,
  })

  // What is deleted meanwhile goes from above the box too.
  if (replyTo && isDeleted(replyTo.id, state)) setReplyTo(null)

  const jump = `${atSeq} ${visit}`
  const jumped = useRef(jump)
  useEffect(() => {
    if (atSeq && jumped.current !== jump) list.current?.jumpTo(atSeq)
    jumped.current = jump
  }, [atSeq, jump])

  const latest = useRef(entries)
  latest.current = entries
  useImperativeHandle(ref, () => ({
    focus: focusComposer,
    markUnread() {
      const last = latest.current.findLast((entry) => entry.state === 'sent' && entry.message.sender.id !== selfId)
      if (last) actions.markUnread(last)
    },
    failed: setFailure,
  }))
  const editLast = useCallback(() => {
    const isOwn = ({ sender, kind, deletedAt }: Message) => sender.id === selfId && kind === 'text' && !deletedAt
    const own = latest.current.findLast((entry) => entry.state === 'sent' && isOwn(entry.message))
    if (own) setEditing({ key: own.key, takesFocus: true, backTo: 'composer' })
  }, [selfId])
  const send = useCallback(
    (body: string, attachments: Attachment[], alsoToRoom: boolean) => {
      timeline.send(body, { ...(replyTo && { replyTo }), attachments, alsoToRoom })
      setReplyTo(null)
      list.current?.toEnd()
    },
    [timeline, replyTo, setReplyTo],
  )

  const refusal = useRefusal(room, state.root?.message)
  const waitUntil = useFuture(slowUntil(room, entries, selfId, Date.now()))
  const writable = refusal === null
  const reader = useReader(room, selfId, writable, rootId)
  if (state.status === 'gone') return <GoneState />
  return (
    <MessageActionsContext value={actions}>
      <PaneMessages
        ref={list}
        room={room}
        title={title}
        atSeq={atSeq}
        state={state}
        dividerSeq={dividerSeq}
        reader={reader}
        editing={editing}
        reading={reading}
        start={props.start}
        onSeen={props.onSeen}
        onEscape={props.onEscape ?? focusComposer}
        onPastEnd={focusComposer}
      />
      <div className="message-column shrink-0 pb-[max(12px,env(safe-area-inset-bottom))]">
        <div className="flex">
          <div className="min-w-0 grow">
            {failure ? (
              <Notice text={failure} onDone={clearFailure} />
            ) : rootId === null ? (
              <TypingLine roomId={room.id} />
            ) : (
              <div className="h-3" />
            )}
          </div>
          {room.slowSeconds > 0 && writable && !mayIn(room, 'skipSlow') && (
            <SlowMode seconds={room.slowSeconds} until={waitUntil} />
          )}
        </div>
        <Composer
          ref={composer}
          room={room}
          selfId={selfId}
          title={title}
          rootId={rootId}
          replyTo={replyTo}
          refusal={refusal}
          waiting={waitUntil !== null}
          onCancelReply={cancelReply}
          onSend={send}
          onFailed={setFailure}
          onEditLast={editLast}
          onFocusList={focusList}
        />
      </div>
      <MessageDialogs
        asked={asked}
        reader={reader}
        find={(key) => list.current?.find(key) ?? null}
        onClose={() => setAsked(null)}
        onDelete={({ message }) => void timeline.delete(message.id).catch(() => setFailure("Couldn't delete it."))}
      />
    </MessageActionsContext>
  )
}

const isDeleted = (id: string, { root, entries }: TimelineState) =>
  [root, ...entries].some((entry) => entry?.message.id === id && entry.message.deletedAt !== null)
