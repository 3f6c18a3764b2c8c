import type { MentionQuery } from './mention-query'

/** A `:` after a letter or a digit is punctuation; fewer than two letters are a smile. */
const beforeCaret = /(?<![a-z0-9_:]):([a-z0-9_+-]{2,40})$/i

/** Which emoji somebody is about to name, if so. */
export function shortNameAt(text: string, caret: number): MentionQuery | null {
  const match = beforeCaret.exec(text.slice(0, caret))
  return match ? { start: match.index, query: match[1]! } : null
}
