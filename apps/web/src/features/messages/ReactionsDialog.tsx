import type { Entry } from '@parley/client'
import { api } from '@parley/client/react'
import { useState } from 'react'
import { describeError } from '../../app/describe-error'
import { Avatar } from '../../ui/Avatar'
import { Button } from '../../ui/Button'
import { classNames } from '../../ui/class-names'
import { Dialog } from '../../ui/Dialog'
import { ErrorState } from '../../ui/ErrorState'
import { Skeleton } from '../../ui/Skeleton'
import { useLast } from '../../ui/use-last'
import type { AboutMessage } from './about-message'

/** Who reacted to a message, all or with one emoji. */
export function ReactionsDialog({ entry, onClose, finalFocus }: AboutMessage) {
  const shown = useLast(entry)
  return (
    <Dialog
      open={entry !== null}
      onOpenChange={(open) => !open && onClose()}
      title="Reactions"
      width="sm"
      finalFocus={finalFocus}
    >
      {shown && <Reactions key={shown.key} entry={shown} />}
    </Dialog>
  )
}

function Reactions({ entry: { message } }: { entry: Entry }) {
  const [emoji, setEmoji] = useState<string | undefined>(undefined)
  const total = message.reactions.reduce((sum, { count }) => sum + count, 0)
  const choices = [{ emoji: undefined, count: total }, ...message.reactions]
  return (
    <>
      <div role="group" aria-label="Show" className="flex shrink-0 flex-wrap gap-1 px-5 pt-2 pb-3">
        {choices.map((choice) => (
          <button
            key={choice.emoji ?? 'all'}
            type="button"
            aria-pressed={choice.emoji === emoji}
            onClick={() => setEmoji(choice.emoji)}
            className={classNames(
              'tabular inline-flex h-8 min-w-11 items-center justify-center gap-1.5 rounded-full px-2.5 text-meta font-medium transition-colors pointer-coarse:h-11',
              choice.emoji === emoji ? 'bg-accent/12 text-accent' : 'text-fg-muted hover:bg-fg/6',
            )}
          >
            {choice.emoji ?? 'All'} {choice.count}
          </button>
        ))}
      </div>
      <People messageId={message.id} emoji={emoji} />
    </>
  )
}

function People({ messageId, emoji }: { messageId: string; emoji: string | undefined }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    api.messages.reactions.useInfiniteQuery(
      { messageId, ...(emoji !== undefined && { emoji }) },
      { getNextPageParam: ({ nextCursor }) => nextCursor, staleTime: 0 },
    )
  const people = data?.pages.flatMap(({ items }) => items) ?? []
  if (error && people.length === 0)
    return (
      <ErrorState title="Couldn't load who reacted" onRetry={() => void refetch()}>
        {describeError(error)}
      </ErrorState>
    )
  return (
    <ul
      className="min-h-40 overflow-y-auto rounded-xl px-3 pb-4 -outline-offset-2"
      aria-label="Who reacted"
      aria-busy={!data}
      tabIndex={0}
    >
      {!data && [1, 2, 3].map((line) => <Skeleton key={line} className="m-2 h-6 w-44" />)}
      {data && people.length === 0 && <li className="px-2 py-2 text-meta text-fg-muted">Nobody any more.</li>}
      {people.map((one) => (
        <li key={`${one.user.id} ${one.emoji}`} className="flex items-center gap-3 rounded-lg px-2 py-1.5">
          <Avatar user={one.user} size={24} />
          <bdi className="min-w-0 grow truncate">{one.user.displayName}</bdi>
          <span className="text-[17px] leading-none">{one.emoji}</span>
        </li>
      ))}
      {hasNextPage && (
        <li className="flex justify-center pt-2">
          <Button size="sm" look="quiet" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show more
          </Button>
        </li>
      )}
    </ul>
  )
}
