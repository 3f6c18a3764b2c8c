import { useEffect, useRef } from 'react'
import { Skeleton } from '../../ui/Skeleton'

/** Stands at the end of a list that has more, and asks for it shortly before it would be seen. */
export function MoreRooms({ onNear }: { onNear: () => void }) {
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) onNear()
      },
      { rootMargin: '400px' },
    )
    observer.observe(end.current!)
    return () => observer.disconnect()
  }, [onNear])
  return (
    <div ref={end} className="flex h-8 items-center gap-2.5 px-4" aria-hidden="true">
      <Skeleton className="size-5" />
      <Skeleton className="h-3 w-28" />
    </div>
  )
}
