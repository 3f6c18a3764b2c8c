import { z } from 'zod'
import { RoomId, UserId } from './ids.js'
import { limits } from './limits.js'

export const PresenceStatus = z.enum(['online', 'idle', 'dnd', 'offline'])
export type PresenceStatus = z.infer<typeof PresenceStatus>

export const PresenceOf = z.object({ id: UserId, status: PresenceStatus, lastSeenAt: z.date().nullable() })
export type PresenceOf = z.infer<typeof PresenceOf>

export const SetPresence = z.object({ status: PresenceStatus.exclude(['offline']) })
export type SetPresence = z.infer<typeof SetPresence>

const UserIds = z.array(UserId).max(limits.presenceIds)

export const ListPresence = z.object({ userIds: UserIds })
export type ListPresence = z.infer<typeof ListPresence>

export const WatchPresence = z.union([z.object({ roomId: RoomId }), ListPresence])
export type WatchPresence = z.infer<typeof WatchPresence>

export const PresenceEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('snapshot'), users: z.array(PresenceOf) }),
  z.object({ type: z.literal('change'), user: PresenceOf }),
])
export type PresenceEvent = z.infer<typeof PresenceEvent>
