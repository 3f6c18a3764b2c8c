import type { Entry } from '@parley/client'
import {
  MessageSquareText,
  Copy,
  Ellipsis,
  Flag,
  History,
  MailOpen,
  Pencil,
  Pin,
  PinOff,
  Reply,
  SmilePlus,
  Trash2,
  Users,
} from 'lucide-react'
import { useRef, useState } from 'react'
import { IconButton } from '../../ui/IconButton'
import { Menu, MenuItem, MenuSeparator } from '../../ui/Menu'
import { useMessageActions } from './actions'
import { EmojiPopover } from './EmojiPopover'
import { allowedFor, type Reader } from './permissions'

interface Props {
  entry: Entry
  reader: Reader
  /** A popup hangs from the toolbar: it must stay although the pointer has left. */
  onHold: (held: boolean) => void
}

/** Floats over the top right of a message while the pointer or the focus is on it. */
export function MessageToolbar({ entry, reader, onHold }: Props) {
  const actions = useMessageActions()
  const { message } = entry
  const allowed = allowedFor(entry, reader)
  const [menuOpen, setMenuOpen] = useState(false)
  const toolbar = useRef<HTMLDivElement>(null)
  // The toolbar goes once nothing hangs from it, and the next key is about the message again.
  const toMessage = () => toolbar.current?.closest('article') ?? null
  return (
    <div
      ref={toolbar}
      role="toolbar"
      aria-label="Message actions"
      className="absolute end-2 -top-4 z-10 flex gap-px rounded-lg bg-bg-raised p-0.5 shadow-float [--surface:var(--color-bg-raised)]"
    >
      {allowed.respond && (
        <>
          <EmojiPopover
            label="React"
            trigger={<IconButton label="React" keys="+" size={28} icon={<SmilePlus />} data-action="react" />}
            onPick={(emoji) => actions.react(entry, emoji)}
            onOpenChange={onHold}
            finalFocus={toMessage}
          />
          <IconButton label="Reply" keys="R" size={28} icon={<Reply />} onClick={() => actions.reply(entry)} />
        </>
      )}
      {allowed.thread && (
        <IconButton
          label="Reply in thread"
          keys="T"
          size={28}
          icon={<MessageSquareText />}
          onClick={() => actions.openThread(entry)}
        />
      )}
      {allowed.edit && (
        <IconButton label="Edit" keys="E" size={28} icon={<Pencil />} onClick={() => actions.edit(entry.key)} />
      )}
      <Menu
        align="end"
        open={menuOpen}
        onOpenChange={(open) => {
          setMenuOpen(open)
          onHold(open)
        }}
        finalFocus={(closedBy) => (closedBy === 'keyboard' ? toMessage() : null)}
        trigger={<IconButton label="More" size={28} icon={<Ellipsis />} />}
      >
        <MenuItem icon={<Copy />} onSelect={() => actions.copy(entry)}>
          Copy text
        </MenuItem>
        {allowed.markUnread && (
          <MenuItem icon={<MailOpen />} onSelect={() => actions.markUnread(entry)}>
            Mark unread from here
          </MenuItem>
        )}
        {allowed.pin && (
          <MenuItem icon={message.pinnedAt ? <PinOff /> : <Pin />} keys="P" onSelect={() => actions.pin(entry)}>
            {message.pinnedAt ? 'Unpin' : 'Pin to the room'}
          </MenuItem>
        )}
        {message.editedAt && (
          <MenuItem icon={<History />} onSelect={() => actions.showHistory(entry)}>
            See edits
          </MenuItem>
        )}
        {message.reactions.length > 0 && (
          <MenuItem icon={<Users />} onSelect={() => actions.showReactions(entry)}>
            Who reacted
          </MenuItem>
        )}
        {(allowed.report || allowed.remove) && <MenuSeparator />}
        {allowed.report && (
          <MenuItem icon={<Flag />} onSelect={() => actions.report(entry)}>
            Report…
          </MenuItem>
        )}
        {allowed.remove && (
          <MenuItem danger icon={<Trash2 />} keys="Del" onSelect={() => actions.remove(entry)}>
            Delete
          </MenuItem>
        )}
      </Menu>
    </div>
  )
}
