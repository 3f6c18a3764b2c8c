import { z } from 'zod'
import { Emoji, GetMessage } from './messages.js'
import { pageOf, PageInput } from './pages.js'
import { UserRef } from './users.js'

/** `emoji`: only who reacted with this one. */
export const ListReactions = GetMessage.extend({ emoji: Emoji.optional(), ...PageInput })
export type ListReactions = z.infer<typeof ListReactions>

/** In the order in which they reacted. */
export const ReactionPage = pageOf(z.object({ emoji: z.string(), user: UserRef }))
export type ReactionPage = z.infer<typeof ReactionPage>
