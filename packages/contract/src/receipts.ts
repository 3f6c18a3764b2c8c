import { z } from 'zod'
import { UserId } from './ids.js'
import { GetRoom } from './rooms.js'
import { Seq } from './messages.js'

export const WatchReceipts = GetRoom
export const Read = z.object({ userId: UserId, seq: Seq })
export type Read = z.infer<typeof Read>

/** Who has read up to where: all of them once, then each that moves. */
export const ReceiptEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('snapshot'), reads: z.array(Read) }),
  z.object({ type: z.literal('read'), ...Read.shape }),
  /** This person shows it no more. */
  z.object({ type: z.literal('hidden'), userId: UserId }),
])
export type ReceiptEvent = z.infer<typeof ReceiptEvent>
