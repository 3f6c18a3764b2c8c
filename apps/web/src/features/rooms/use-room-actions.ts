import { useInboxActions } from '@parley/client/react'
import type { InboxRoom, Notify } from '@parley/contract/rooms'
import { useMemo } from 'react'
import { copyText } from '../../ui/copy-text'

/** What a room's menus do; what did not work is said by `failed`. */
export function useRoomActions(failed: (what: string) => void) {
  const inbox = useInboxActions()
  return useMemo(() => {
    const attempt = (failure: string, work: Promise<unknown>) => void work.catch(() => failed(failure))
    return {
      markRead: ({ id }: InboxRoom) => attempt("Couldn't mark it read.", inbox.markRead(id)),
      /** From its newest message on. */
      markUnread: ({ id, lastMessage }: InboxRoom) => {
        if (lastMessage) attempt("Couldn't mark it unread.", inbox.markUnread(id, lastMessage.seq))
      },
      markAllRead: () => attempt("Couldn't mark everything read.", inbox.markAllRead()),
      setFavourite: ({ id }: InboxRoom, favourite: boolean) =>
        attempt("Couldn't change your favourites.", inbox.setFavourite(id, favourite)),
      setNotify: ({ id }: InboxRoom, notify: Notify) =>
        attempt("Couldn't change your notifications.", inbox.setNotify(id, notify)),
      copyLink: ({ id }: InboxRoom) => attempt("Couldn't copy the link.", copyText(`${location.origin}/r/${id}`)),
    }
  }, [inbox, failed])
}
