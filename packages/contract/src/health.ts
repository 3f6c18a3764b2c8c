import { z } from 'zod'

export const Pong = z.object({ ok: z.literal(true), time: z.date() })
export type Pong = z.infer<typeof Pong>
