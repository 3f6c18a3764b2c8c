import { getQueryKey } from '@trpc/react-query'
import { api } from './api.js'

export const inboxInput = { limit: 50 }

/** Where the pages of `rooms.list` are in the query cache. */
export const inboxKey = getQueryKey(api.rooms.list, inboxInput, 'infinite')
