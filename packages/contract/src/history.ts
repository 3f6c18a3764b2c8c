import { z } from 'zod'

/** What a message said before an edit. */
export const Wording = z.object({
  body: z.string(),
  /** When the edit came that replaced it. */
  editedAt: z.date(),
})
export type Wording = z.infer<typeof Wording>

/** What a message has said before, the oldest first, at most the last 100; what it says now is the message's own. */
export const MessageHistory = z.array(Wording)
export type MessageHistory = z.infer<typeof MessageHistory>
