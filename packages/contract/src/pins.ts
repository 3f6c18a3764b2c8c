import { z } from 'zod'
import { RoomId } from './ids.js'
import { GetMessage, Message } from './messages.js'
import { pageOf, PageInput } from './pages.js'

export const PinMessage = GetMessage.extend({ on: z.boolean() })
export type PinMessage = z.infer<typeof PinMessage>

export const ListPins = z.object({ roomId: RoomId, ...PageInput })
export type ListPins = z.infer<typeof ListPins>

/** What was pinned last comes first. */
export const PinPage = pageOf(Message)
export type PinPage = z.infer<typeof PinPage>
