import type { TextRow } from './queries.js'
import type { Traits } from './tokens.js'

/** What is searched of a message: what it says, and what its files are called. */
export const textOf = ({ body, files }: Pick<TextRow, 'body' | 'files'>): string =>
  [body, ...(files ?? []).map(({ name }) => name)].filter(Boolean).join('\n')

export const traitsOf = ({ sender_id, files, pinned, thread, body }: TextRow): Traits => ({
  senderId: sender_id,
  kinds: (files ?? []).map(({ kind }) => kind),
  pinned,
  thread,
  body,
})
