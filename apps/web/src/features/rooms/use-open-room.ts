import { api } from '@parley/client/react'
import { useNavigate } from '@tanstack/react-router'

/** Ways into a room from a list of them; `onDone` closes the list once the room is on its way. */
export function useOpenRoom(onDone: () => void) {
  const navigate = useNavigate()
  const { rooms } = api.useUtils()

  function openRoom(roomId: string): void {
    onDone()
    void navigate({ to: '/r/$roomId', params: { roomId } })
  }

  const entered = {
    onSuccess: (room: { id: string }) => {
      void rooms.list.invalidate()
      void rooms.discover.invalidate()
      openRoom(room.id)
    },
  }
  const join = api.rooms.join.useMutation(entered)
  const direct = api.rooms.direct.useMutation(entered)

  return {
    openRoom,
    join,
    joinRoom: (roomId: string) => join.mutate({ roomId }),
    direct,
    messagePerson: (userId: string) => direct.mutate({ userIds: [userId] }),
  }
}
