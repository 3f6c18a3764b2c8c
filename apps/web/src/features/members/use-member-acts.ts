import { api, useParley } from '@parley/client/react'
import type { Role } from '@parley/contract/rooms'
import { useMemo } from 'react'

/** What those who run a room do with its people; every list that shows it is read again. */
export function useMemberActs(roomId: string) {
  const { trpc } = useParley()
  const { rooms } = api.useUtils()
  return useMemo(() => {
    async function act<T>(work: Promise<T>): Promise<T> {
      const done = await work
      void rooms.members.invalidate({ roomId })
      void rooms.bans.invalidate({ roomId })
      void rooms.audit.invalidate({ roomId })
      return done
    }
    return {
      add: (userId: string) => act(trpc.rooms.addMember.mutate({ roomId, userId })),
      setRole: (userId: string, role: Role) => act(trpc.rooms.setRole.mutate({ roomId, userId, role })),
      mute: (userId: string, until: Date, reason?: string) =>
        act(trpc.rooms.muteMember.mutate({ roomId, userId, until, ...(reason && { reason }) })),
      remove: (userId: string, reason?: string) =>
        act(trpc.rooms.removeMember.mutate({ roomId, userId, ...(reason && { reason }) })),
      ban: (userId: string, reason?: string) =>
        act(trpc.rooms.ban.mutate({ roomId, userId, ...(reason && { reason }) })),
      unban: (userId: string) => act(trpc.rooms.unban.mutate({ roomId, userId })),
    }
  }, [trpc, rooms, roomId])
}
