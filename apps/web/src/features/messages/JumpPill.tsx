import { ArrowDown } from 'lucide-react'

/** Back to the end, and how much is waiting there. */
export function JumpPill({ unseen, onPress }: { unseen: number; onPress: () => void }) {
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-3 z-10 flex justify-center">
      <button
        type="button"
        onClick={onPress}
        className="touch-target pointer-events-auto flex h-8 items-center gap-1.5 rounded-full bg-bg-raised ps-3 pe-3.5 text-meta font-medium shadow-float transition-colors hover:text-accent"
      >
        <ArrowDown aria-hidden="true" className="size-3.5 text-accent" />
        Jump to latest
        {unseen > 0 && (
          <span className="tabular text-accent">
            <span aria-hidden="true">· </span>
            {unseen > 999 ? '999+' : unseen}
            <span className="sr-only"> new</span>
          </span>
        )}
      </button>
    </div>
  )
}
