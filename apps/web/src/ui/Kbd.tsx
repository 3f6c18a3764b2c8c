import { classNames } from './class-names'

/** Keys as they are printed on them, separated by spaces: `⌘ K`. */
export function Kbd({ children, inverted }: { children: string; inverted?: boolean }) {
  return (
    <span className="inline-flex gap-0.5">
      {children.split(' ').map((key) => (
        <kbd
          key={key}
          className={classNames(
            'inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-sm px-1 font-sans text-[11px] leading-none',
            inverted ? 'bg-bg/20 text-bg' : 'border border-line bg-bg-sunken text-fg-muted',
          )}
        >
          {key}
        </kbd>
      ))}
    </span>
  )
}
