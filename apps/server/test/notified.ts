import { type Notifications, reduceNotifications } from '@parley/client'
import type { Notification } from '@parley/contract/notifications'
import type { InboxEvent } from '@parley/contract/rooms'
import { findSessionOf } from '@parley/core/auth/access'
import { createCaller } from '@parley/router/root'
import type { Person } from '@parley/testkit/person'
import type { TestApp } from '@parley/testkit/test-app'

/** Somebody who calls inside the process and holds what they are told of as a client does. */
export async function createNotified(app: TestApp, username: string, signal: AbortSignal) {
  const { session: issued, user } = await app.person(username)
  const session = await findSessionOf(app.deps, issued.accessToken)
  const caller = { ip: '127.0.0.1', userAgent: null, connection: null }
  const trpc = createCaller({ ...app.deps, requestId: username, caller, session, cookies: null }, { signal })

  const fetch = async (): Promise<Notifications> => {
    const [{ items }, unread] = await Promise.all([
      trpc.notifications.list({ limit: 100 }),
      trpc.notifications.unread(),
    ])
    return { items, unread, isStale: false }
  }
  let page = await fetch()
  let events: InboxEvent[] = []
  const feed = await trpc.rooms.watch()
  const followed = (async () => {
    for await (const event of feed) events.push(event)
  })()

  /** A client that is told to fetch again does so; what comes meanwhile is reduced on top of it. */
  async function held(): Promise<Notifications> {
    const state = events.reduce(reduceNotifications, page)
    if (!state.isStale) return state
    events = []
    page = await fetch()
    return events.reduce(reduceNotifications, page)
  }

  const restart = async () => {
    events = []
    page = await fetch()
  }
  return { user, trpc, fetch, held, restart, followed }
}

export type Notified = Awaited<ReturnType<typeof createNotified>>

/** Of equals, in no order: a badge has none. */
export const comparable = ({ items, unread }: Notifications): { items: readonly Notification[]; unread: string[] } => ({
  items,
  unread: unread.map((one) => JSON.stringify([one.id, one.reason, one.roomId, one.seq])).toSorted(),
})

export const listOf = async ({ trpc }: Person) => (await trpc.notifications.list.query()).items
export const unreadOf = async ({ trpc }: Person) => (await trpc.notifications.unread.query()).length
/** The newest first, as one would say it. */
export const told = async (person: Person) =>
  (await listOf(person)).map((one) => [one.reason, one.actor.username, one.message?.body ?? null])
/** What is kept of whom a message calls or answers, and of what is done to people. */
export const rowsOf = async ({ database: { db } }: TestApp) => {
  const [mentions, others] = [
    await db.selectFrom('mentions').selectAll().execute(),
    await db.selectFrom('notifications').selectAll().execute(),
  ]
  return mentions.length + others.length
}
