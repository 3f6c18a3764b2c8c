import { api, useInbox } from '@parley/client/react'
import type { InboxRoom } from '@parley/contract/rooms'

/** A room of one's own: from the inbox where it was loaded, else as the server has it. */
export function useRoom(roomId: string): InboxRoom | undefined {
  const { rooms, status } = useInbox()
  const listed = rooms.find((room) => room.id === roomId)
  const looked = api.rooms.byId.useQuery({ roomId }, { enabled: !listed && status !== 'pending', retry: false })
  return listed ?? looked.data
}
