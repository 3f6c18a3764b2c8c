import { z } from 'zod'
import { RoomId } from './ids.js'
import { limits } from './limits.js'
import { Message } from './messages.js'
import { PageInput, pageOf } from './pages.js'
import { text } from './text.js'

/**
 * `query`: words, `"phrases"`, `prefix*`, `-without`, `from:` `in:` `before:` `after:` `has:` `is:`. Not trimmed: a last
 * word with nothing after it is still being typed, and counts as a prefix.
 */
export const SearchMessages = z.object({
  query: text().max(limits.messageQuery),
  roomId: RoomId.optional(),
  ...PageInput,
})
export type SearchMessages = z.infer<typeof SearchMessages>

export const FoundMessage = z.object({
  message: Message,
  /** The lines of the message around what was found, as plain text on one line. */
  snippet: z.string(),
  /** What was found in it: from where to where, in UTF-16 units of `snippet`, ascending and apart. */
  highlights: z.array(z.tuple([z.int(), z.int()])),
})
export type FoundMessage = z.infer<typeof FoundMessage>

export const FoundMessages = pageOf(FoundMessage)
export type FoundMessages = z.infer<typeof FoundMessages>

export const searchOperators = ['from', 'in', 'before', 'after', 'has', 'is'] as const
export type SearchOperator = (typeof searchOperators)[number]

/** The values of the operators that have a fixed few. */
export const searchValues = {
  has: ['link', 'file', 'image'],
  is: ['pinned', 'thread'],
} as const
