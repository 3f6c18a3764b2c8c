import { Skeleton } from '../../ui/Skeleton'

/** Some rows as they will stand; invisible for the first 200 ms. */
export function NotificationsSkeleton({ label = 'Loading notifications' }: { label?: string }) {
  return (
    <div role="status" aria-label={label} className="flex flex-col gap-6 px-4 pt-6">
      {['w-32', 'w-24', 'w-36', 'w-28'].map((width) => (
        <div key={width} aria-hidden="true" className="flex gap-3">
          <Skeleton className="size-9 shrink-0 rounded-lg" />
          <div className="flex grow flex-col gap-2 pt-0.5">
            <Skeleton className={`h-3.5 ${width}`} />
            <Skeleton className="h-3.5 w-full" />
            <Skeleton className="h-3 w-20" />
          </div>
        </div>
      ))}
    </div>
  )
}
