import { Search } from 'lucide-react'
import type { ComponentProps } from 'react'
import { classNames } from './class-names'

/** Narrows what stands under it; its label is its placeholder too. */
export function SearchField({ label, className, ...props }: { label: string } & ComponentProps<'input'>) {
  return (
    <div className={classNames('relative', className)}>
      <Search
        className="pointer-events-none absolute start-3 top-1/2 size-4 -translate-y-1/2 text-fg-faint"
        aria-hidden="true"
      />
      <input
        {...props}
        type="search"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        className="touch-target h-9 w-full rounded-md border border-line-strong bg-bg-raised ps-9 pe-3 text-message focus-visible:outline-offset-0 pointer-coarse:text-[16px]"
      />
    </div>
  )
}
