import type { TextRow } from './queries.js'
import { namesOfTraits, namesOfUnits, toToken, type Traits } from './tokens.js'
import { toUnits } from './units.js'

/** What is searched of a message: what it says, and what its files are called. */
export const textOf = ({ body, files }: Pick<TextRow, 'body' | 'files'>): string =>
  [body, ...(files ?? []).map(({ name }) => name)].filter(Boolean).join('\n')

export const traitsOf = ({
  sender_id,
  files,
  pinned,
  thread,
  body,
}: Omit<TextRow, 'id' | 'room_id' | 'seq' | 'at'>): Traits => ({
  senderId: sender_id,
  kinds: (files ?? []).map(({ kind }) => kind),
  pinned,
  thread,
  body,
})

/** All that a message is found by, as the index holds it. */
export const toTokens = (row: Pick<TextRow, 'sender_id' | 'body' | 'files' | 'pinned' | 'thread'>): number[] => [
  ...new Set([...namesOfUnits(toUnits(textOf(row))), ...namesOfTraits(traitsOf(row))].map(toToken)),
]
