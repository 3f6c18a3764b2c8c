import type { Attachment } from '@parley/contract/files'
import { limits } from '@parley/contract/limits'
import type { Message } from '@parley/contract/messages'
import type { InboxRoom } from '@parley/contract/rooms'
import { ArrowUp, Smile } from 'lucide-react'
import {
  memo,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
} from 'react'
import { classNames } from '../../ui/class-names'
import { IconButton } from '../../ui/IconButton'
import { keyboardFocus } from '../../ui/keyboard-focus'
import { AttachButton } from '../attachments/AttachButton'
import { DropHint } from '../attachments/DropHint'
import { AlsoToRoom } from '../threads/AlsoToRoom'
import { UploadTray } from '../attachments/UploadTray'
import { useDropping } from '../attachments/use-dropping'
import { useTray } from '../attachments/use-tray'
import { isOfInputMethod } from '../composing/is-of-input-method'
import { useFormatting } from '../composing/use-formatting'
import { MentionList } from '../mentions/MentionList'
import { useMentions } from '../mentions/use-mentions'
import { EmojiPopover } from './EmojiPopover'
import { charactersLeft } from './length'
import { ReplyPreview } from './ReplyPreview'
import { useAutosize } from './use-autosize'
import { useDraft } from './use-draft'
import { useSetTyping } from '../typing/use-set-typing'

export interface ComposerHandle {
  focus(): void
}

interface Props {
  room: InboxRoom
  selfId: string
  title: string
  /** The thread that it writes into. */
  rootId: string | null
  replyTo: Message | null
  /** What stands in the place of the box where nothing can be written. */
  refusal: ReactNode
  /** Slow mode: it can be written, but not sent yet. */
  waiting: boolean
  onCancelReply: () => void
  onSend: (body: string, attachments: Attachment[], alsoToRoom: boolean) => void
  /** Says in place what did not work. */
  onFailed: (what: string) => void
  /** Up in an empty box. */
  onEditLast: () => void
  onFocusList: () => void
  ref: Ref<ComposerHandle>
}

/** Where one writes. Its text is its own: a keystroke renders this box and nothing else. */
export const Composer = memo(function Composer(props: Props) {
  const { room, selfId, title, rootId, replyTo, refusal, waiting, onCancelReply, onSend, onEditLast, onFocusList } =
    props
  const { onFailed } = props
  const placeId = rootId ?? room.id
  const setTyping = useSetTyping(rootId === null ? room.id : null)
  const [text, setText] = useDraft(selfId, placeId)
  const [alsoToRoom, setAlsoToRoom] = useState(false)
  const { tray, items } = useTray(selfId, placeId)
  const area = useRef<HTMLTextAreaElement>(null)
  useAutosize(area, text)
  useImperativeHandle(props.ref, () => ({ focus: () => area.current?.focus() }), [])

  useEffect(() => {
    // Who goes by keyboard through what a panel lists goes on there.
    const isBusy = keyboardFocus()?.closest('[data-side-panel]') && !area.current?.closest('[data-side-panel]')
    // A phone's keyboard covers half of what one came to read.
    if (!isBusy && matchMedia('(pointer: fine)').matches) area.current?.focus({ preventScroll: true })
    return () => setTyping(false)
  }, [setTyping])

  const answered = useRef(replyTo)
  useEffect(() => {
    // What was being answered when one came back calls up no keyboard.
    if (replyTo && replyTo !== answered.current) area.current?.focus()
    answered.current = replyTo
  }, [replyTo])

  const left = charactersLeft(text)
  // What is under way goes first, or the message would go without it.
  const uploaded = items.every(({ attachment }) => attachment !== null)
  const hasSomething = text.trim() !== '' || items.length > 0
  const sendable = hasSomething && uploaded && (left ?? 0) >= 0 && refusal === null && !waiting
  const addFiles = (files: File[]) => {
    if (files.length === 0) return
    const tooMany = tray.add(files)
    if (tooMany > 0) onFailed(`A message takes at most ${limits.attachments} files.`)
    area.current?.focus()
  }
  const dropping = useDropping(refusal === null, addFiles)

  const change = (next: string) => {
    setText(next)
    setTyping(next.trim() !== '')
  }
  const send = () => {
    if (!sendable) return
    onSend(text.trim(), tray.take(), alsoToRoom)
    setText('')
    setAlsoToRoom(false)
    setTyping(false)
    area.current?.focus()
  }
  const insert = (emoji: string) => {
    const { selectionStart, selectionEnd } = area.current!
    change(text.slice(0, selectionStart) + emoji + text.slice(selectionEnd))
    const caret = selectionStart + emoji.length
    requestAnimationFrame(() => {
      area.current?.focus()
      area.current?.setSelectionRange(caret, caret)
    })
  }
  const mentions = useMentions({ room, text, area, onChange: change })
  const formatting = useFormatting(area)
  const onKeyDown = (event: KeyboardEvent) => {
    if (isOfInputMethod(event) || mentions.onKeyDown(event) || formatting.onKeyDown(event)) return
    if (event.key === 'Enter' && !formatting.breaks(event)) {
      event.preventDefault()
      send()
    } else if (event.key === 'ArrowUp' && text === '' && !event.altKey && !event.shiftKey) {
      event.preventDefault()
      onEditLast()
    } else if (event.key === 'Escape') {
      event.preventDefault()
      if (replyTo) onCancelReply()
      else onFocusList()
    }
  }

  if (refusal !== null) return refusal
  const label = rootId === null ? `Message ${title}` : 'Reply in the thread'
  return (
    <div className="relative mx-3 rounded-xl border border-line-strong/70 bg-bg-raised transition-colors focus-within:border-line-strong has-[textarea:focus-visible]:border-accent">
      <MentionList {...mentions.list} />
      {dropping && <DropHint title={title} />}
      <UploadTray tray={tray} items={items} box={area} />
      {replyTo && <ReplyPreview message={replyTo} onCancel={onCancelReply} />}
      <div className="flex items-end gap-0.5 pe-1.5">
        <textarea
          ref={area}
          dir="auto"
          rows={1}
          value={text}
          aria-label={label}
          placeholder={rootId === null ? label : 'Reply…'}
          onChange={(event) => change(event.target.value)}
          onBlur={() => {
            mentions.close()
            setTyping(false)
          }}
          onKeyDown={onKeyDown}
          onPaste={(event) => {
            const files = [...event.clipboardData.files]
            // A table of a spreadsheet comes as text and as a picture of it: the text is what was meant.
            if (formatting.onPaste(event)) return
            if (files.length === 0 || event.clipboardData.types.includes('text/plain')) return
            event.preventDefault()
            addFiles(files)
          }}
          {...mentions.areaProps}
          className="field-sizing-content max-h-[40dvh] min-h-11 min-w-0 grow resize-none bg-transparent py-[11px] ps-3.5 pe-2 text-message outline-none placeholder:truncate pointer-coarse:text-[16px]"
        />
        {left !== null && (
          <span
            role="status"
            className={classNames(
              'tabular self-center px-1 text-stamp',
              left < 0 ? 'font-medium text-danger' : 'text-fg-muted',
            )}
          >
            {left}
            <span className="sr-only"> characters left</span>
          </span>
        )}
        <div className="flex h-11 items-center gap-0.5 pointer-coarse:h-12">
          <AttachButton onFiles={addFiles} />
          <EmojiPopover label="Emoji" trigger={<IconButton label="Emoji" icon={<Smile />} />} onPick={insert} />
          <IconButton
            label="Send"
            icon={<ArrowUp />}
            disabled={!sendable}
            onClick={send}
            // Taking the focus would close a phone's keyboard between two messages.
            onPointerDown={(event) => event.preventDefault()}
            className={classNames(
              'rounded-lg!',
              sendable && 'bg-accent text-accent-fg! hover:not-disabled:bg-accent/90!',
            )}
          />
        </div>
      </div>
      {rootId !== null && <AlsoToRoom room={room} checked={alsoToRoom} onChange={setAlsoToRoom} />}
    </div>
  )
})
