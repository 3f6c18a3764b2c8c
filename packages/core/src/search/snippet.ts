import { limits } from '@parley/contract/limits'
import type { FoundMessage } from '@parley/contract/search'

type Excerpt = Pick<FoundMessage, 'snippet' | 'highlights'>

/** How much is shown of what stands before the first thing that was found. */
const before = 60
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** The part of a text in which something was found first, on one line, and where in it all that was found stands. */
export function toExcerpt(text: string, ranges: [number, number][]): Excerpt {
  const [first = 0] = ranges[0] ?? []
  const from = text.length <= limits.snippetLength ? 0 : startOf(text, Math.max(0, first - before))
  const to = from + limits.snippetLength >= text.length ? text.length : endOf(text, from)
  const lead = from > 0 ? '…' : ''
  const shift = lead.length - from
  // One for one, so that places stay what they are.
  const snippet = `${lead}${text.slice(from, to).replaceAll(/\s/g, ' ')}${to < text.length ? '…' : ''}`
  const highlights = ranges
    .filter(([start]) => start < to)
    .map(([start, end]): [number, number] => [start + shift, Math.min(end, to) + shift])
  return { snippet, highlights }
}

/** The beginning of the next word, if it is near; else of the character. */
function startOf(text: string, near: number): number {
  if (near === 0) return 0
  const blank = text.slice(near, near + before / 2).search(/\s/)
  return blank < 0 ? wholeFrom(text, near) : near + blank + 1
}

/** After the last character that fits. */
const endOf = (text: string, from: number) => wholeFrom(text, from + limits.snippetLength)

/** Where the character begins that this place is in. */
function wholeFrom(text: string, at: number): number {
  const near = Math.max(0, at - 64)
  return near + (graphemes.segment(text.slice(near, at + 64)).containing(at - near)?.index ?? at - near)
}
