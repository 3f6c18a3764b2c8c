import { Dialog } from '@base-ui/react/dialog'
import type { Entry } from '@parley/client'
import {
  Copy,
  Flag,
  History,
  MailOpen,
  MessageSquareText,
  Pencil,
  Pin,
  PinOff,
  Reply,
  SmilePlus,
  Trash2,
  Users,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from '../../ui/class-names'
import { useLast } from '../../ui/use-last'
import { plainSaying } from '../body/parsed'
import { useMessageActions } from './actions'
import { quickReactions } from './emoji'
import { EmojiPopover } from './EmojiPopover'
import { allowedFor, type Reader } from './permissions'

interface Props {
  entry: Entry | null
  reader: Reader
  onClose: () => void
}

/** The actions of a message for a thumb: at the lower edge, every target 48 px high. */
export function MessageSheet({ entry, reader, onClose }: Props) {
  const actions = useMessageActions()
  const current = useLast(entry)
  if (!current) return null
  const allowed = allowedFor(current, reader)
  const act = (action: (entry: Entry) => void) => () => {
    onClose()
    action(current)
  }
  return (
    <Dialog.Root open={entry !== null} onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-30 bg-[oklch(0.15_0.01_80/0.32)] transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0 dark:bg-[oklch(0.1_0.01_80/0.6)]" />
        <Dialog.Popup className="fixed inset-x-0 bottom-0 z-30 mx-auto max-h-[92dvh] max-w-lg overflow-y-auto rounded-t-xl bg-bg-raised px-2 pt-3 pb-[max(12px,env(safe-area-inset-bottom))] shadow-float transition-transform outline-none data-ending-style:translate-y-full data-starting-style:translate-y-full">
          <Dialog.Title className="truncate px-3 pb-2 text-meta text-fg-muted">
            <span className="font-medium text-fg">{current.message.sender.displayName}</span>{' '}
            {plainSaying(current.message)}
          </Dialog.Title>
          {allowed.respond && (
            <div className="flex justify-between px-1 pb-2">
              {quickReactions.map((emoji) => (
                <button
                  key={emoji}
                  type="button"
                  aria-label={`React with ${emoji}`}
                  onClick={act((target) => actions.react(target, emoji))}
                  className="flex size-11 items-center justify-center rounded-full bg-fg/5 text-[22px] active:bg-fg/10"
                >
                  {emoji}
                </button>
              ))}
              <EmojiPopover
                label="More reactions"
                trigger={
                  <button
                    type="button"
                    aria-label="More reactions"
                    className="flex size-11 items-center justify-center rounded-full text-fg-muted active:bg-fg/10"
                  >
                    <SmilePlus className="size-5" />
                  </button>
                }
                onPick={(emoji) => act((target) => actions.react(target, emoji))()}
              />
            </div>
          )}
          {allowed.respond && (
            <Item icon={<Reply />} onPress={act(actions.reply)}>
              Reply
            </Item>
          )}
          {allowed.thread && (
            <Item icon={<MessageSquareText />} onPress={act(actions.openThread)}>
              Reply in thread
            </Item>
          )}
          {allowed.edit && (
            <Item icon={<Pencil />} onPress={act((target) => actions.edit(target.key))}>
              Edit
            </Item>
          )}
          <Item icon={<Copy />} onPress={act(actions.copy)}>
            Copy text
          </Item>
          {allowed.pin && (
            <Item icon={current.message.pinnedAt ? <PinOff /> : <Pin />} onPress={act(actions.pin)}>
              {current.message.pinnedAt ? 'Unpin' : 'Pin to the room'}
            </Item>
          )}
          {current.message.editedAt && (
            <Item icon={<History />} onPress={act(actions.showHistory)}>
              See edits
            </Item>
          )}
          {current.message.reactions.length > 0 && (
            <Item icon={<Users />} onPress={act(actions.showReactions)}>
              Who reacted
            </Item>
          )}
          {allowed.markUnread && (
            <Item icon={<MailOpen />} onPress={act(actions.markUnread)}>
              Mark unread from here
            </Item>
          )}
          {allowed.report && (
            <Item icon={<Flag />} onPress={act(actions.report)}>
              Report…
            </Item>
          )}
          {allowed.remove && (
            <Item danger icon={<Trash2 />} onPress={act(actions.remove)}>
              Delete
            </Item>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Item({
  icon,
  danger,
  onPress,
  children,
}: {
  icon: ReactNode
  danger?: boolean
  onPress: () => void
  children: ReactNode
}) {
  return (
    <button
      type="button"
      onClick={onPress}
      className={classNames(
        'flex h-12 w-full items-center gap-3.5 rounded-lg px-3 text-start active:bg-fg/6 [&_svg]:size-5',
        danger ? 'text-danger' : '[&_svg]:text-fg-muted',
      )}
    >
      {icon}
      {children}
    </button>
  )
}
