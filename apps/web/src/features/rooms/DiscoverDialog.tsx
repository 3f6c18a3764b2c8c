import { api } from '@parley/client/react'
import { Search } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { describeError } from '../../app/describe-error'
import { useOverlays } from '../../app/overlays'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorState } from '../../ui/ErrorState'
import { Skeleton } from '../../ui/Skeleton'
import { DiscoverRow } from './DiscoverRow'
import { useDelayed } from './use-delayed'

export function DiscoverDialog(props: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog {...props} title="Find a room" width="lg">
      <Discover onDone={() => props.onOpenChange(false)} />
    </Dialog>
  )
}

function Discover({ onDone }: { onDone: () => void }) {
  const { open } = useOverlays()
  const [text, setText] = useState('')
  // One request for a word, not one for each letter of it.
  const query = useDelayed(text.trim(), 200)
  const found = api.rooms.discover.useInfiniteQuery(query === '' ? {} : { query }, {
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (previous) => previous,
  })
  const rooms = useDeferredValue(found.data?.pages.flatMap((page) => page.items))

  return (
    <div className="flex h-[min(480px,64dvh)] min-h-0 flex-col">
      <div className="relative mx-5 my-3">
        <Search
          className="pointer-events-none absolute start-3 top-1/2 size-4 -translate-y-1/2 text-fg-faint"
          aria-hidden="true"
        />
        <input
          type="search"
          aria-label="Search public rooms"
          placeholder="Search public rooms"
          autoFocus
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="touch-target h-9 w-full rounded-md border border-line-strong bg-bg-raised ps-9 pe-3 text-message focus-visible:outline-offset-0 pointer-coarse:text-[16px]"
        />
      </div>
      {found.isError && !rooms ? (
        <ErrorState title="The rooms couldn't be loaded" onRetry={() => void found.refetch()}>
          {describeError(found.error)}
        </ErrorState>
      ) : rooms?.length === 0 ? (
        <EmptyState action={<Button onClick={() => open('create-room')}>Create a room</Button>}>
          {query === '' ? 'There are no public rooms yet. Start the first one.' : `No public room matches “${query}”.`}
        </EmptyState>
      ) : (
        <ul className="min-h-0 grow overflow-y-auto overscroll-contain px-3 pb-3" aria-busy={found.isPending}>
          {rooms?.map((room) => (
            <DiscoverRow key={room.id} room={room} onDone={onDone} />
          ))}
          {!rooms &&
            [1, 2, 3, 4, 5].map((row) => (
              <li key={row} className="px-2 py-2.5">
                <Skeleton className="mb-2 h-4 w-32" />
                <Skeleton className="h-3 w-64" />
              </li>
            ))}
          {found.hasNextPage && (
            <li className="flex justify-center pt-2">
              <Button size="sm" look="quiet" busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
                Show more
              </Button>
            </li>
          )}
        </ul>
      )}
    </div>
  )
}
