import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { ParleyClient } from '../client.js'
import { createFeeds, type Feeds } from '../feeds.js'
import { api } from './api.js'
import { createInboxSync, type InboxSync } from './inbox-sync.js'

interface Parley {
  client: ParleyClient
  feeds: Feeds
  inbox: InboxSync
}

const ParleyContext = createContext<Parley | null>(null)

export interface ParleyProviderProps {
  client: ParleyClient
  queryClient?: QueryClient
  children: ReactNode
}

/** Makes a client available to the hooks, and keeps the inbox in the query cache up to date. */
export function ParleyProvider({ client, queryClient: given, children }: ParleyProviderProps) {
  const [own] = useState(() => new QueryClient())
  const queryClient = given ?? own
  const parley = useMemo<Parley>(
    () => ({ client, feeds: createFeeds(client), inbox: createInboxSync(client, queryClient) }),
    [client, queryClient],
  )
  useEffect(() => parley.inbox.start(), [parley])
  return (
    <api.Provider client={client.trpc} queryClient={queryClient}>
      <QueryClientProvider client={queryClient}>
        <ParleyContext value={parley}>{children}</ParleyContext>
      </QueryClientProvider>
    </api.Provider>
  )
}

export function useParley(): ParleyClient {
  return useParleyContext().client
}

export function useParleyContext(): Parley {
  const parley = useContext(ParleyContext)
  if (!parley) throw new Error('Parley hooks must be used inside <ParleyProvider>')
  return parley
}
