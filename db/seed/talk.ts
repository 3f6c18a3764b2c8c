/**
 * A conversation, a line each:
 *
 *     a: says it in the room        b^ quotes the first line        c> answers in its thread
 *     b! says it and takes it back  c>> answers in the thread and shows it in the room
 *
 * `a` to `e` are five different people, a username is that person. In the text `{x|y}` is one of the two, `{place=x|y}` gives
 * the choice a name and `{place}` repeats it; `{@b}` mentions b and `{b}` is their first name; names of `facts` work
 * like choices. `¶` breaks a line, `'''` fences code and ‹› marks it. At the end `~~ text` is what the line said before it was
 * edited, and then `++ 👍3 🎉` are its reactions.
 */
export interface Talk {
  lines: string[]
  /** One set a telling, so that a conversation that comes again is about something else. */
  facts: Record<string, string>[]
}

export function talk(text: string, facts: Record<string, string>[] = []): Talk {
  const lines = text.split('\n').map((line) => line.trim())
  return { lines: lines.filter((line) => line !== ''), facts }
}

/** Facts written as a table: the names, then a row for each telling. */
export function table(names: string, rows: string[]): Record<string, string>[] {
  const keys = names.split(' | ')
  return rows.map((row) => {
    const cells = row.split(' | ')
    return Object.fromEntries(keys.map((key, index) => [key, cells[index] ?? '']))
  })
}
