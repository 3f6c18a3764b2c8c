import { z } from 'zod'
import { RoomId } from './ids.js'
import { GetRoom } from './rooms.js'
import { UserRef } from './users.js'

export const SetTyping = z.object({ roomId: RoomId, typing: z.boolean() })
export type SetTyping = z.infer<typeof SetTyping>

export const WatchTyping = GetRoom

/** Everybody who is typing but the one who watches. */
export const TypingEvent = z.object({ users: z.array(UserRef) })
export type TypingEvent = z.infer<typeof TypingEvent>
