import { getQueryKey } from '@trpc/react-query'
import { api } from './api.js'

// Where the answers are in the query cache that events keep up to date.

export const inboxInput = { limit: 50 }
export const inboxKey = getQueryKey(api.rooms.list, inboxInput, 'infinite')

export const notificationsInput = { limit: 30 }
export const notificationsKey = getQueryKey(api.notifications.list, notificationsInput, 'infinite')
export const unreadKey = getQueryKey(api.notifications.unread, undefined, 'query')

export const unreadThreadsKey = getQueryKey(api.threads.unread, undefined, 'query')
/** Of every thread that was asked for. */
export const threadsKey = getQueryKey(api.threads)
export const threadKey = (messageId: string) => getQueryKey(api.threads.byId, { messageId }, 'query')
/** Of every search that was made. */
export const foundKey = getQueryKey(api.messages.search)
/** The threads one follows, however they were asked for. */
export const threadListKey = getQueryKey(api.threads.list)
export const pinsInput = (roomId: string) => ({ roomId, limit: 100 })
export const pinsKey = (roomId: string) => getQueryKey(api.messages.pins, pinsInput(roomId), 'query')

export const blockedKey = getQueryKey(api.users.blocked, undefined, 'query')
/** Of every room, however it was asked for. */
export const membersKey = getQueryKey(api.rooms.members)
export const allReportsKey = getQueryKey(api.rooms.reports)
export const reportsKey = (roomId: string) => getQueryKey(api.rooms.reports, { roomId }, 'infinite')
