import { useTimeline } from '@parley/client/react'
import type { Attachment } from '@parley/contract/files'
import type { Message } from '@parley/contract/messages'
import type { InboxRoom } from '@parley/contract/rooms'
import { useCallback, useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react'
import { mayIn } from '../rooms/may'
import { TypingLine } from '../typing/TypingLine'
import { MessageActionsContext } from './actions'
import { Composer, type ComposerHandle } from './Composer'
import { GoneState } from './GoneState'
import { MessageDialogs, type AskedOfMessage } from './MessageDialogs'
import type { MessageListHandle } from './MessageList'
import { Notice } from './Notice'
import { PaneMessages } from './PaneMessages'
import { useRefusal } from './Refusal'
import { SlowMode } from './SlowMode'
import { slowUntil } from './slow-mode'
import { useDivider } from './use-divider'
import { useFuture } from './use-future'
import { useReader } from './use-reader'
import { useReadMarker } from './use-read-marker'
import { useStableActions } from './use-stable-actions'

export interface RoomPaneHandle {
  /** From the last message of somebody else. */
  markUnread(): void
  /** Says in place what did not work. */
  failed(what: string): void
}

interface Props {
  ref: Ref<RoomPaneHandle>
  room: InboxRoom
  title: string
  atSeq: number | undefined
  visit: number | undefined
  selfId: string
}

/** The messages of a room that one is in, and where one writes. */
export function RoomPane({ ref, room, title, atSeq, visit, selfId }: Props) {
  const state = useTimeline(room.id)
  const { timeline, entries } = state
  const [dividerSeq, setDividerSeq] = useDivider(room, state, selfId)
  const marker = useReadMarker(room.id, room.lastReadSeq, setDividerSeq)
  const [replyTo, setReplyTo] = useState<Message | null>(null)
  const [editing, setEditing] = useState<string | null>(null)
  const [asked, setAsked] = useState<AskedOfMessage | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const list = useRef<MessageListHandle>(null)
  const composer = useRef<ComposerHandle>(null)

  const focusComposer = useCallback(() => composer.current?.focus(), [])
  const focusList = useCallback(() => list.current?.focusLast(), [])
  const cancelReply = useCallback(() => setReplyTo(null), [])
  const clearFailure = useCallback(() => setFailure(null), [])
  const actions = useStableActions(timeline, selfId, {
    reply: (entry) => setReplyTo(entry.message),
    edit: (key) => {
      setEditing(key)
      if (key === null) focusComposer()
    },
    remove: (entry) => setAsked({ entry, what: 'remove' }),
    report: (entry) => setAsked({ entry, what: 'report' }),
    openSheet: (entry) => setAsked({ entry, what: 'sheet' }),
    jumpTo: (seq) => list.current?.jumpTo(seq),
    markedUnread: (seq) => {
      marker.hold()
      setDividerSeq(seq)
    },
    failed: setFailure,
  })

  const jump = `${atSeq} ${visit}`
  const jumped = useRef(jump)
  useEffect(() => {
    if (atSeq && jumped.current !== jump) list.current?.jumpTo(atSeq)
    jumped.current = jump
  }, [atSeq, jump])

  const latest = useRef(entries)
  latest.current = entries
  useImperativeHandle(ref, () => ({
    markUnread() {
      const last = latest.current.findLast((entry) => entry.state === 'sent' && entry.message.sender.id !== selfId)
      if (last) actions.markUnread(last)
    },
    failed: setFailure,
  }))
  const editLast = useCallback(() => {
    const isOwn = ({ sender, kind, deletedAt }: Message) => sender.id === selfId && kind === 'text' && !deletedAt
    const own = latest.current.findLast((entry) => entry.state === 'sent' && isOwn(entry.message))
    if (own) setEditing(own.key)
  }, [selfId])
  const send = useCallback(
    (body: string, attachments: Attachment[]) => {
      timeline.send(body, { ...(replyTo && { replyTo }), attachments })
      setReplyTo(null)
      list.current?.toEnd()
    },
    [timeline, replyTo],
  )

  const refusal = useRefusal(room)
  const waitUntil = useFuture(slowUntil(room, entries, selfId, Date.now()))
  const writable = refusal === null
  const reader = useReader(room, selfId, writable)
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
        onSeen={marker.see}
        onEscape={focusComposer}
      />
      <div className="message-column shrink-0 pb-[max(12px,env(safe-area-inset-bottom))]">
        <div className="flex">
          <div className="min-w-0 grow">
            {failure ? <Notice text={failure} onDone={clearFailure} /> : <TypingLine roomId={room.id} />}
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
        onClose={() => setAsked(null)}
        onDelete={({ message }) => void timeline.delete(message.id).catch(() => setFailure("Couldn't delete it."))}
      />
    </MessageActionsContext>
  )
}
