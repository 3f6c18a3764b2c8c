import type { ThreadState } from '@parley/contract/threads'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { api } from './api.js'
import { useParleyContext } from './provider.js'
import { useSession, useStore } from './stores.js'

const none: readonly ThreadState[] = []

/** The threads one follows in which something is unread, kept up to date by the feed. */
export function useUnreadThreads(): readonly ThreadState[] {
  const { inbox } = useParleyContext()
  const enabled = useStore(inbox.isReady)
  const isSignedIn = useSession().status === 'signed-in'
  const { data } = api.threads.unread.useQuery(undefined, { enabled: enabled && isSignedIn, staleTime: Infinity })
  return useMemo(() => data?.filter(({ unread }) => unread > 0) ?? none, [data])
}

/** Says how far a thread was read, a moment after it last moved, and whether one follows it. */
export function useThreadActions(rootId: string): {
  markRead: (seq: number) => void
  follow: (on: boolean) => Promise<void>
} {
  const { client, inbox } = useParleyContext()
  const waiting = useRef<{ seq: number; timer?: ReturnType<typeof setTimeout> }>({ seq: 0 })
  const send = useCallback(() => {
    const { seq } = waiting.current
    clearTimeout(waiting.current.timer)
    if (seq === 0) return
    waiting.current = { seq: 0 }
    // What fails is marked with the next one that is seen, or the next time that the thread is opened.
    void client.trpc.threads.markRead
      .mutate({ messageId: rootId, seq })
      .then((state) => inbox.apply({ type: 'thread', ...state }))
      .catch(() => null)
  }, [client, inbox, rootId])
  useEffect(() => send, [send])
  const markRead = useCallback(
    (seq: number) => {
      if (seq <= waiting.current.seq) return
      clearTimeout(waiting.current.timer)
      waiting.current = { seq, timer: setTimeout(send, debounceMs) }
    },
    [send],
  )
  const follow = useCallback(
    async (on: boolean) => {
      const state = await client.trpc.threads.follow.mutate({ messageId: rootId, on })
      inbox.apply({ type: 'thread', ...state })
    },
    [client, inbox, rootId],
  )
  return useMemo(() => ({ markRead, follow }), [markRead, follow])
}

const debounceMs = 300
