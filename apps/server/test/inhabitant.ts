import type { InboxEvent, InboxRoom } from '@parley/contract/rooms'
import { findSessionOf } from '@parley/core/auth/access'
import { createCaller } from '@parley/router/root'
import type { TestApp } from '@parley/testkit/test-app'
import { reduceInbox } from '../../../packages/client/src/rooms.js'

/** Somebody who calls inside the process, as fast as it can be, and follows their inbox. */
export async function createInhabitant(app: TestApp, username: string, signal: AbortSignal) {
  const { session: issued, user } = await app.person(username)
  const session = await findSessionOf(app.deps, issued.accessToken)
  const caller = { ip: '127.0.0.1', userAgent: null, connection: null }
  const trpc = createCaller({ ...app.deps, requestId: username, caller, session, cookies: null }, { signal })
  const events = new Map<string, InboxEvent[]>()
  const feed = await trpc.rooms.watch()
  const followed = (async () => {
    for await (const event of feed) {
      const roomId = 'roomId' in event ? event.roomId : 'room' in event ? event.room.id : ''
      events.set(roomId, [...(events.get(roomId) ?? []), event])
    }
  })()
  /** A room as the events of the inbox tell it, if the person is in it. */
  const held = (roomId: string): InboxRoom | undefined => (events.get(roomId) ?? []).reduce(reduceInbox, []).at(0)
  const forget = (roomId: string) => void events.delete(roomId)
  const fresh = async (roomId: string) => (await trpc.rooms.list({ limit: 100 })).items.find(({ id }) => id === roomId)
  return { user, trpc, held, forget, fresh, followed }
}

export type Inhabitant = Awaited<ReturnType<typeof createInhabitant>>
