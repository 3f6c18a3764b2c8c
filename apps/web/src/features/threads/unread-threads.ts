import { useUnreadThreads } from '@parley/client/react'
import { createContext, use, useMemo } from 'react'

const none: ReadonlyMap<string, number> = new Map()

/** How many answers are unread in the threads that one follows, by where they begin. */
export const UnreadThreadsContext = createContext(none)

export function useUnreadByThread(): ReadonlyMap<string, number> {
  const threads = useUnreadThreads()
  return useMemo(() => new Map(threads.map(({ rootId, unread }) => [rootId, unread])), [threads])
}

export const useUnreadIn = (rootId: string): number => use(UnreadThreadsContext).get(rootId) ?? 0
