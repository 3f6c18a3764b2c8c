import { Skeleton } from '../../ui/Skeleton'

const widths = ['w-24', 'w-32', 'w-20', 'w-40', 'w-28', 'w-24', 'w-36', 'w-20']

export function RoomListSkeleton() {
  return (
    <div className="px-2 pt-8" aria-hidden="true">
      {widths.map((width, row) => (
        <div key={row} className="flex h-8 items-center gap-2.5 px-2 max-md:h-11">
          <Skeleton className="size-5 rounded-[5px]" />
          <Skeleton className={`h-3 ${width}`} />
        </div>
      ))}
    </div>
  )
}
