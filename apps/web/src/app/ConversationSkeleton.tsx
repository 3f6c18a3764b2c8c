import { Skeleton } from '../ui/Skeleton'

const widths = [['w-2/3'], ['w-1/2', 'w-3/5'], ['w-1/3'], ['w-3/4', 'w-2/5'], ['w-1/2']]

/** The shape of a conversation: header, a few groups of messages at the foot, the composer. */
export function ConversationSkeleton() {
  return (
    <div className="flex min-h-0 grow flex-col" aria-busy="true">
      <div className="flex h-13 shrink-0 items-center border-b border-line px-4">
        <Skeleton className="h-4 w-36" />
      </div>
      <div className="flex min-h-0 grow flex-col justify-end gap-5 overflow-hidden px-4 pb-4">
        {widths.map((lines, group) => (
          <div key={group} className="flex gap-3">
            <Skeleton className="size-9 shrink-0 rounded-lg" />
            <div className="flex max-w-[72ch] grow flex-col gap-2 pt-1">
              <Skeleton className="h-3 w-28" />
              {lines.map((width) => (
                <Skeleton key={width} className={`h-3.5 ${width}`} />
              ))}
            </div>
          </div>
        ))}
      </div>
      <div className="px-4 pb-4">
        <Skeleton className="h-11 rounded-lg" />
      </div>
    </div>
  )
}
