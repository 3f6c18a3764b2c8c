import type { InboxRoom, Notify } from '@parley/contract/rooms'
import { useMemo } from 'react'
import type { ParleyClient } from '../client.js'
import type { InboxSync } from './inbox-sync.js'
import { useParleyContext } from './provider.js'

/** What one does with a room as it is in one's own inbox. Shown at once, taken back where the server refuses. */
export interface InboxActions {
  setNotify: (roomId: string, notify: Notify) => Promise<void>
  setFavourite: (roomId: string, favourite: boolean) => Promise<void>
  /** Everything that was said in it so far. */
  markRead: (roomId: string) => Promise<void>
  /** From this message on. */
  markUnread: (roomId: string, fromSeq: number) => Promise<void>
  markAllRead: () => Promise<void>
  /** Shows a room as a call has just returned it. */
  show: (room: InboxRoom) => void
  /** Takes a room away that one has just left. */
  drop: (roomId: string) => void
}

export function useInboxActions(): InboxActions {
  const { client, inbox } = useParleyContext()
  return useMemo(() => createInboxActions(client, inbox), [client, inbox])
}

function createInboxActions({ trpc }: ParleyClient, inbox: InboxSync): InboxActions {
  const show = (room: InboxRoom) => inbox.apply({ type: 'room', room })

  async function prefer(roomId: string, wanted: Preferences, save: () => Promise<unknown>) {
    const before = inbox.room(roomId)
    if (before) show({ ...before, ...wanted })
    try {
      await save()
    } catch (error) {
      const now = inbox.room(roomId)
      if (before && now) show({ ...now, notify: before.notify, favourite: before.favourite })
      throw error
    }
  }

  return {
    show,
    drop: (roomId) => inbox.apply({ type: 'left', roomId }),
    setNotify: (roomId, notify) => prefer(roomId, { notify }, () => trpc.rooms.setNotify.mutate({ roomId, notify })),
    setFavourite: (roomId, favourite) =>
      prefer(roomId, { favourite }, () => trpc.rooms.setFavourite.mutate({ roomId, favourite })),
    async markRead(roomId) {
      const seq = inbox.room(roomId)?.lastSeq
      if (seq === undefined) return
      inbox.apply({ type: 'read', roomId, ...(await trpc.rooms.markRead.mutate({ roomId, seq })) })
    },
    async markUnread(roomId, fromSeq) {
      inbox.apply({ type: 'read', roomId, ...(await trpc.rooms.markUnread.mutate({ roomId, fromSeq })) })
    },
    async markAllRead() {
      await trpc.rooms.markAllRead.mutate()
    },
  }
}

type Preferences = Partial<Pick<InboxRoom, 'notify' | 'favourite'>>
