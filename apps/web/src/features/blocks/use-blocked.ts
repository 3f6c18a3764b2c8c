import { api } from '@parley/client/react'
import { createContext, use, useMemo } from 'react'

const nobody: ReadonlySet<string> = new Set()

/** Whose messages are folded. */
export const BlockedContext = createContext(nobody)

export const useIsBlocked = (userId: string): boolean => use(BlockedContext).has(userId)

/** Whom one has blocked; the inbox's feed tells of what one does on another device. */
export function useBlocked(): ReadonlySet<string> {
  const { data } = api.users.blocked.useQuery(undefined, { staleTime: Infinity })
  return useMemo(() => (data ? new Set(data.map(({ id }) => id)) : nobody), [data])
}

/** Blocking one person, and taking it back. */
export function useBlocking(userId: string) {
  const { users } = api.useUtils()
  const blocked = useBlocked().has(userId)
  const settled = { onSuccess: () => users.blocked.invalidate() }
  const block = api.users.block.useMutation(settled)
  const unblock = api.users.unblock.useMutation(settled)
  return {
    blocked,
    busy: block.isPending || unblock.isPending,
    error: block.error ?? unblock.error,
    toggle: () => (blocked ? unblock : block).mutate({ userId }),
  }
}
