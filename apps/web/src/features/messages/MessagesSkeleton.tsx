import { Skeleton } from '../../ui/Skeleton'

const widths = [['w-3/5'], ['w-4/5', 'w-2/5'], ['w-1/3'], ['w-1/2', 'w-3/4', 'w-1/4'], ['w-2/3'], ['w-2/5', 'w-3/5']]

/** Some groups of messages as they will stand; invisible for the first 200 ms. */
export function MessageSkeleton({ groups }: { groups: number }) {
  return (
    <div aria-hidden="true" className="flex shrink-0 flex-col gap-5 px-3 py-3">
      {widths.slice(0, groups).map((lines, group) => (
        <div key={group} className="flex gap-3">
          <Skeleton className="size-9 shrink-0 rounded-lg" />
          <div className="flex max-w-[60ch] grow flex-col gap-2 pt-1">
            <Skeleton className="h-3 w-28" />
            {lines.map((width) => (
              <Skeleton key={width} className={`h-3.5 ${width}`} />
            ))}
          </div>
        </div>
      ))}
    </div>
  )
}

/** In place of the list while its first page is on the way. */
export function MessagesSkeleton() {
  return (
    <div role="status" aria-label="Loading messages" className="flex min-h-0 grow flex-col justify-end overflow-hidden">
      <div className="message-column">
        <MessageSkeleton groups={6} />
      </div>
    </div>
  )
}
