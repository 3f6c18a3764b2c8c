import type { Entry } from '@parley/client'
import { memo, useRef, useState, type FocusEvent, type PointerEvent } from 'react'
import { useIsBlocked } from '../blocks/use-blocked'
import { PinnedMark } from '../pins/PinnedMark'
import { ThreadLine } from '../threads/ThreadLine'
import { ProfilePopover } from '../members/ProfilePopover'
import { callsYou } from '../mentions/mention-runs'
import { SeenBy } from '../receipts/SeenBy'
import { Avatar } from '../../ui/Avatar'
import { classNames } from '../../ui/class-names'
import { useMessageActions } from './actions'
import { fullStamp, shortStamp, stamp } from './days'
import { EditBox } from './EditBox'
import { MessageContent } from './MessageContent'
import { DaySeparator, NewDivider } from './separators'
import { MessageToolbar } from './MessageToolbar'
import type { Reader } from './permissions'
import { useLongPress } from './use-long-press'

export interface MessageRowProps {
  entry: Entry
  first: boolean
  divider: boolean
  /** The day that begins here. */
  day: string | null
  reader: Reader
  editing: boolean
  /** The one message of the list that Tab reaches. */
  tabbable: boolean
  /** Somebody was led here just now. */
  highlighted: boolean
  /** Ids joined by spaces: who has read up to here. A string, so that equal means unchanged. */
  readers: string
}

export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
  const { entry, first, divider, day, reader, editing, tabbable, highlighted, readers } = props
  const { message, state } = entry
  const actions = useMessageActions()
  const [near, setNear] = useState(false)
  // A menu that is open keeps the toolbar it hangs from.
  const [held, setHeld] = useState(false)
  const longPress = useLongPress(() => actions.openSheet(entry))
  const article = useRef<HTMLElement>(null)
  const blocked = useIsBlocked(message.sender.id)

  const onPointer = (event: PointerEvent) => {
    if (event.pointerType === 'mouse') setNear(event.type === 'pointerenter')
  }
  // A press on the toolbar gives it the focus too; only one that shows is a keyboard's, and brings the toolbar.
  const onFocus = (event: FocusEvent) => {
    if (event.target.matches(':focus-visible')) setNear(true)
  }
  const onBlur = (event: FocusEvent) => {
    if (!article.current?.contains(event.relatedTarget)) setNear(false)
  }

  return (
    <div data-key={entry.key} data-seq={message.seq} className="flow-root">
      {day !== null ? <DaySeparator label={day} isNew={divider} /> : divider && <NewDivider />}
      <article
        ref={article}
        tabIndex={tabbable ? 0 : -1}
        aria-label={`${message.sender.displayName}, ${fullStamp(message.createdAt)}`}
        onPointerEnter={onPointer}
        onPointerLeave={onPointer}
        onFocus={onFocus}
        onBlur={onBlur}
        {...longPress}
        className={classNames(
          'message-row group/row relative rounded-lg px-3 py-0.5 -outline-offset-2',
          'pointer-coarse:select-none pointer-coarse:[-webkit-touch-callout:none]',
          first && !day && !divider && 'mt-3.5',
          !blocked && callsYou(message, reader.selfId) && 'message-calls-you',
          (near || held) && !editing && 'bg-fg/[0.035]',
          highlighted && 'message-highlight',
        )}
      >
        {first ? (
          <ProfilePopover
            user={message.sender}
            trigger={
              <button
                type="button"
                tabIndex={-1}
                aria-label={`Profile of ${message.sender.displayName}`}
                className="message-avatar h-9 self-start pt-0.5"
              >
                <Avatar user={message.sender} />
              </button>
            }
          />
        ) : (
          <time
            dir="auto"
            dateTime={message.createdAt.toISOString()}
            title={fullStamp(message.createdAt)}
            className="message-avatar tabular pt-[3px] text-center text-[11px] leading-4 whitespace-nowrap text-fg-faint opacity-0 group-hover/row:opacity-100 group-focus-visible/row:opacity-100"
          >
            {shortStamp(message.createdAt)}
          </time>
        )}
        <div className="message-text min-w-0">
          {first && <Byline entry={entry} tabbable={tabbable} />}
          {message.pinnedAt && <PinnedMark />}
          {editing ? <EditBox entry={entry} /> : <MessageContent entry={entry} reader={reader} />}
          <ThreadLine entry={entry} reader={reader} />
        </div>
        {readers && <SeenBy userIds={readers} />}
        {(near || held) && !editing && state === 'sent' && !message.deletedAt && (
          <MessageToolbar entry={entry} reader={reader} onHold={setHeld} />
        )}
      </article>
    </div>
  )
})

function Byline({ entry: { message }, tabbable }: { entry: Entry; tabbable: boolean }) {
  return (
    <div className="flex items-baseline gap-2">
      <ProfilePopover
        user={message.sender}
        trigger={
          <button
            type="button"
            dir="auto"
            tabIndex={tabbable ? 0 : -1}
            className="truncate rounded-sm font-semibold hover:underline"
          >
            {message.sender.displayName}
          </button>
        }
      />
      <time
        dir="auto"
        dateTime={message.createdAt.toISOString()}
        title={fullStamp(message.createdAt)}
        className="tabular shrink-0 text-stamp text-fg-faint"
      >
        {stamp(message.createdAt)}
      </time>
    </div>
  )
}
