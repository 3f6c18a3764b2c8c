import type { Entry } from '@parley/client'
import type { Reaction } from '@parley/contract/messages'
import { Users } from 'lucide-react'
import { IconButton } from '../../ui/IconButton'
import { Tooltip } from '../../ui/Tooltip'
import { classNames } from '../../ui/class-names'
import { usePeople } from '../presence/people'
import { useMessageActions } from './actions'
import type { Reader } from './permissions'

/** What people answered without words; a press joins in or takes it back. */
export function ReactionPills({ entry, reader }: { entry: Entry; reader: Reader }) {
  const { selfId, writable } = reader
  const { react, showReactions } = useMessageActions()
  return (
    <ul
      aria-label="Reactions"
      onContextMenu={(event) => {
        // A long press on a touch screen comes as this, too.
        event.preventDefault()
        showReactions(entry)
      }}
      className="flex flex-wrap gap-1 pt-1 pb-0.5"
    >
      {entry.message.reactions.map((reaction) => {
        const own = reaction.userIds.includes(selfId)
        return (
          <li key={reaction.emoji}>
            <Tooltip label={<Names reaction={reaction} selfId={selfId} />}>
              <button
                type="button"
                disabled={!writable}
                aria-pressed={own}
                aria-label={`${reaction.emoji}, ${reaction.count}${own ? ', including you' : ''}`}
                onClick={() => react(entry, reaction.emoji)}
                className={classNames(
                  'tabular inline-flex h-7 min-w-11 items-center justify-center gap-1.5 rounded-full border px-2 text-meta font-medium transition-colors pointer-coarse:h-9',
                  own
                    ? 'border-accent/60 bg-accent/12 text-accent hover:not-disabled:bg-accent/18'
                    : 'border-transparent bg-fg/6 text-fg-muted hover:not-disabled:bg-fg/10 hover:not-disabled:text-fg',
                )}
              >
                <span aria-hidden="true" className="text-[15px] leading-none">
                  {reaction.emoji}
                </span>
                {reaction.count}
              </button>
            </Tooltip>
          </li>
        )
      })}
      <li className="opacity-0 group-focus-within/row:opacity-100 group-hover/row:opacity-100 pointer-coarse:hidden">
        <IconButton label="Who reacted" size={28} icon={<Users />} onClick={() => showReactions(entry)} />
      </li>
    </ul>
  )
}

/** Looked up only when somebody hovers. */
function Names({ reaction, selfId }: { reaction: Reaction; selfId: string }) {
  const people = usePeople()
  const others = reaction.userIds.filter((id) => id !== selfId).flatMap((id) => people.find(id)?.displayName ?? [])
  const names = [...(reaction.userIds.includes(selfId) ? ['You'] : []), ...others.slice(0, 12)]
  const more = reaction.count - names.length
  return (
    <span className="max-w-64">
      {names.length ? names.join(', ') + (more > 0 ? ` and ${more} more` : '') : `${reaction.count}`}
    </span>
  )
}
