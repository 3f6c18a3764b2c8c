const hints = [
  ['from:', 'what somebody said'],
  ['in:', 'in one room'],
  ['before:', 'earlier than 2026-11-03, say'],
  ['after:', 'from a day on'],
  ['"', 'words side by side'],
  ['-', 'without a word'],
] as const

/** What else can be typed, to be pressed. */
export function SearchHints({ onPick }: { onPick: (start: string) => void }) {
  return (
    <section aria-label="What you can type" className="px-2 pt-3">
      <h3 className="px-2 pb-1 text-stamp font-medium text-fg-faint">What you can type</h3>
      <ul>
        {hints.map(([start, says]) => (
          <li key={start}>
            <button
              type="button"
              onClick={() => onPick(start)}
              className="touch-target flex min-h-9 w-full items-center gap-3 rounded-md px-2 text-start text-meta -outline-offset-2 hover:bg-fg/4"
            >
              <code className="w-24 shrink-0 font-mono whitespace-nowrap text-fg">
                {start === '"' ? '"two words"' : start === '-' ? '-word' : start}
              </code>
              <span className="text-fg-muted">{says}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
