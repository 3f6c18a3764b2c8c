/** A word after an `@` that the caret stands behind. */
export interface MentionQuery {
  /** Where the `@` is. */
  start: number
  /** What was typed of a name so far. */
  query: string
}

/** As the server finds mentions: an `@` inside a word, such as of an address, calls nobody; names may be typed by hand. */
const beforeCaret = /(?<![a-z0-9_.\-@\\])@([\p{L}\p{N}_.-]{0,32})$/iu

/** Whom somebody is about to mention, if so. */
export function mentionAt(text: string, caret: number): MentionQuery | null {
  const match = beforeCaret.exec(text.slice(0, caret))
  return match ? { start: match.index, query: match[1]! } : null
}

/** The text with the name in the place of what was typed of it, and where the caret goes. */
export const completeMention = (text: string, query: MentionQuery, name: string) =>
  completeWith(text, query, `@${name}`)

/** The same with whatever was meant. */
export function completeWith(text: string, { start, query }: MentionQuery, meant: string) {
  const end = start + 1 + query.length
  const inserted = `${meant} `
  const rest = text.slice(end).replace(/^ /, '')
  return { text: text.slice(0, start) + inserted + rest, caret: start + inserted.length }
}
