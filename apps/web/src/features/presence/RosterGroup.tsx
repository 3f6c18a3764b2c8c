import { useEffect, useRef, type ReactNode } from 'react'
import { Skeleton } from '../../ui/Skeleton'

export function RosterGroup({ label, count, children }: { label: string; count: number; children: ReactNode }) {
  if (count === 0) return null
  return (
    <section>
      <h3 className="tabular px-2 pt-4 pb-1 text-stamp font-medium text-fg-faint">
        {label} · {count.toLocaleString()}
      </h3>
      <ul>{children}</ul>
    </section>
  )
}

/** The next page, asked for when its place comes into view. */
export function MoreMembers({ busy, onSeen }: { busy: boolean; onSeen: () => void }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (busy) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && onSeen(), { rootMargin: '400px' })
    observer.observe(place.current!)
    return () => observer.disconnect()
  })
  return (
    <div ref={place}>
      <RosterSkeleton />
    </div>
  )
}

export function RosterSkeleton() {
  return (
    <div aria-hidden="true" className="flex flex-col gap-4 px-4 py-4">
      {['w-32', 'w-24', 'w-36', 'w-28'].map((width) => (
        <div key={width} className="flex items-center gap-3">
          <Skeleton className="size-6" />
          <Skeleton className={`h-3.5 ${width}`} />
        </div>
      ))}
    </div>
  )
}
