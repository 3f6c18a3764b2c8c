import type { Timeline, TimelineState } from '@parley/client'
import { useCallback, useImperativeHandle, useMemo, useState, type ReactNode, type Ref } from 'react'
import { classNames } from '../../ui/class-names'
import { seenBy } from '../receipts/seen-by'
import { useMessageActions } from './actions'
import { dayLabel } from './days'
import { JumpPill } from './JumpPill'
import { LiveLog } from './LiveLog'
import { MessageRow } from './MessageRow'
import { MessageSkeleton } from './MessagesSkeleton'
import type { Reader } from './permissions'
import type { Reading } from './reading'
import { toRows, type Row } from './rows'
import { useEditFocus, type Editing } from './use-edit-focus'
import { useHighlight } from './use-highlight'
import { useJump, type Destination } from './use-jump'
import type { Opened } from './use-opening'
import { usePaging } from './use-paging'
import { useRovingFocus } from './use-roving-focus'
import { useScroller, type View } from './use-scroller'
import { useSavedPlace } from './use-saved-place'
import { useToday } from './use-today'
import { useUnseen } from './use-unseen'

export interface MessageListHandle {
  jumpTo(seq: number): void
  toEnd(): void
  focusLast(): void
  /** The message, where it is in the document. */
  find(key: string): HTMLElement | null
}

interface Props {
  title: string
  state: TimelineState & { timeline: Timeline }
  opened: Opened
  dividerSeq: number | null
  receipts: ReadonlyMap<string, number>
  reader: Reader
  editing: Editing | null
  onSeen: (seq: number) => void
  reading: Reading
  start: ReactNode
  onEscape: () => void
  onPastEnd: () => void
  ref: Ref<MessageListHandle>
}

/** Who stays at the end of a busy room keeps no more than so many of its messages. */
const mostRows = 1_000
/** Where a message that was jumped to lands, in px below the top. */
const landing = 120

export function MessageList(props: Props) {
  const { title, state, opened, dividerSeq, receipts, reader, editing, reading } = props
  const { selfId } = reader
  const { timeline, entries, root, hasOlder, hasNewer } = state
  const actions = useMessageActions()
  const today = useToday()
  // A thread begins with what it answers.
  const shown = useMemo(() => (root && !hasOlder ? [root, ...entries] : entries), [root, hasOlder, entries])
  const rows = useMemo(() => toRows(shown, dividerSeq), [shown, dividerSeq])
  const readers = useMemo(() => seenBy(entries, receipts, selfId, hasNewer), [entries, receipts, selfId, hasNewer])
  const [highlighted, highlight] = useHighlight(opened.highlightSeq)
  const [atEnd, setAtEnd] = useState(true)
  const [unseen, see] = useUnseen(entries, reading.lastReadSeq, selfId)
  const page = usePaging(state, timeline)
  const place = useSavedPlace(reading.id, opened.anchor)
  const { onSeen } = props

  const onView = useCallback(
    (view: View) => {
      page(view)
      place.save(view.anchor, reading.lastSeq)
      see(view.seenSeq)
      onSeen(view.seenSeq)
      setAtEnd(view.atEnd)
      if (view.atEnd && rows.length > mostRows) timeline.trim()
    },
    [page, place, reading.lastSeq, see, onSeen, rows.length, timeline],
  )
  const scroller = useScroller(rows, { opening: opened.anchor, endIsLatest: !hasNewer, onView })
  const { show, range } = scroller

  const reveal = useCallback(
    (row: Row) => show({ at: 'row', key: row.key, seq: row.entry.message.seq, offset: landing }),
    [show],
  )
  useEditFocus(editing, { rows, content: scroller.content, reveal })
  const roving = useRovingFocus({
    rows,
    range,
    content: scroller.content,
    actions,
    reader,
    reveal,
    onEscape: props.onEscape,
    onPastEnd: props.onPastEnd,
  })

  const { within, focusRow } = roving
  const arrive = useCallback(
    (to: Destination) => {
      if (to === 'end') return show({ at: 'end' })
      show({ at: 'row', key: '', seq: to, offset: landing })
      highlight(to)
      // From a quote; who comes from elsewhere stays there.
      if (within.current) focusRow(rows.find(({ entry }) => entry.message.seq >= to))
    },
    [show, highlight, within, focusRow, rows],
  )
  const jump = useJump(state, timeline, arrive)
  useImperativeHandle(props.ref, () => ({
    jumpTo: jump,
    toEnd: () => jump('end'),
    focusLast: () => focusRow(rows.at(-1)),
    find: roving.find,
  }))

  return (
    <div className="relative min-h-0 grow">
      <div
        ref={scroller.view}
        role="log"
        aria-live="off"
        aria-label={`Messages in ${title}`}
        aria-busy={state.loadingOlder || state.loadingNewer}
        onScroll={scroller.onScroll}
        onFocus={roving.onFocus}
        onBlur={roving.onBlur}
        onKeyDown={roving.onKeyDown}
        className="message-scroll absolute inset-0 overflow-x-hidden overflow-y-auto overscroll-contain"
      >
        <div
          ref={scroller.content}
          className={classNames(
            'message-column flex min-h-full flex-col pb-2',
            // A room stands on its end, a thread hangs from what it answers.
            reader.rootId === null && 'justify-end',
          )}
        >
          {hasOlder || state.status === 'loading' ? <MessageSkeleton groups={3} /> : props.start}
          <div data-rows style={{ height: scroller.before }} />
          {rows.slice(range.from, range.to).map((row) => (
            <MessageRow
              key={row.key}
              entry={row.entry}
              first={row.first}
              divider={row.divider}
              day={row.newDay ? dayLabel(row.entry.message.createdAt, today) : null}
              reader={reader}
              editing={row.key === editing?.key}
              tabbable={row.key === roving.tabbable}
              highlighted={row.entry.state === 'sent' && row.entry.message.seq === highlighted}
              readers={readers.get(row.key)?.join(' ') ?? ''}
            />
          ))}
          <div style={{ height: scroller.after }} />
          {hasNewer && <MessageSkeleton groups={2} />}
        </div>
      </div>
      {!atEnd && <JumpPill unseen={hasNewer ? reading.unread : unseen} onPress={() => jump('end')} />}
      <LiveLog entries={entries} hasNewer={hasNewer} selfId={selfId} inThread={reader.rootId !== null} />
    </div>
  )
}
