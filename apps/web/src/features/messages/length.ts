import { limits } from '@parley/contract/limits'

/** Characters left are worth saying only from here. */
const counterFrom = 200
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const utf8 = new TextEncoder()

function countGraphemes(text: string): number {
  let count = 0
  for (const _ of segmenter.segment(text)) count++
  return count
}

/**
 * How many characters may still be written, or `null` while that is far off. Segmenting 4,000 characters takes about
 * a millisecond, so it is not done on the keystrokes of a short message: there are never more graphemes than units.
 */
export function charactersLeft(text: string): number | null {
  const body = text.trim()
  if (body.length < limits.bodyGraphemes - counterFrom && body.length * 3 < limits.bodyBytes - counterFrom) return null
  const left = limits.bodyGraphemes - countGraphemes(body)
  const bytesLeft = limits.bodyBytes - utf8.encode(body).byteLength
  // A few very long graphemes can exhaust the bytes first; then each byte is as good as a character.
  const tightest = Math.min(left, bytesLeft)
  return tightest <= counterFrom ? tightest : null
}
