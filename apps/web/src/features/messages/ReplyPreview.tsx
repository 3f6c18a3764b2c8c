import type { Message } from '@parley/contract/messages'
import { Reply, X } from 'lucide-react'
import { IconButton } from '../../ui/IconButton'
import { plainSaying } from '../body/parsed'

/** On top of the box: what is being answered. */
export function ReplyPreview({ message, onCancel }: { message: Message; onCancel: () => void }) {
  return (
    <div className="flex items-center gap-2 border-b border-line ps-3.5 pe-1.5 text-meta text-fg-muted">
      <Reply aria-hidden="true" className="size-4 shrink-0" />
      <span className="min-w-0 grow truncate py-2">
        <span className="font-medium text-fg">{message.sender.displayName}</span>{' '}
        <span dir="auto">{plainSaying(message)}</span>
      </span>
      <IconButton label="Cancel reply" keys="Esc" size={28} icon={<X />} onClick={onCancel} />
    </div>
  )
}
