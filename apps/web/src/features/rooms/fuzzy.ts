/** Lower case, and accents aside: `sofia` finds Sofía. */
const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/**
 * How well `query` fits `text`; `null`: not at all, higher is better. The letters must come in order. Whole runs
 * and beginnings of words count most, so that `eng` finds engineering before "the last evening".
 */
export function fuzzyScore(query: string, text: string): number | null {
  const wanted = fold(query.trim())
  const within = fold(text)
  if (wanted === '') return 0
  const run = within.indexOf(wanted)
  if (run !== -1) return 1000 - run - within.length / 100 + (startsWord(within, run) ? 500 : 0)

  let score = 0
  let at = -1
  for (const letter of wanted) {
    if (letter === ' ') continue
    const next = within.indexOf(letter, at + 1)
    if (next === -1) return null
    score += startsWord(within, next) ? 12 : next === at + 1 ? 6 : -Math.min(6, next - at)
    at = next
  }
  return score
}

const startsWord = (text: string, at: number) => at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]!)

/** Those that fit, best first; equals stay in the order they came in. */
export function fuzzyFilter<T>(items: readonly T[], query: string, textOf: (item: T) => string): T[] {
  return items
    .flatMap((item) => {
      const score = fuzzyScore(query, textOf(item))
      return score === null ? [] : [{ item, score }]
    })
    .toSorted((a, b) => b.score - a.score)
    .map(({ item }) => item)
}
