import type { InboxRoom } from '@parley/contract/rooms'
import { databaseKind } from '@parley/testkit/databases'
import { findPostgres } from '@parley/testkit/databases/find-postgres'
import { type TestApp, testApp } from '@parley/testkit/test-app'
import { TRPCError } from '@trpc/server'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { patience } from './following.js'
import { createInhabitant, type Inhabitant } from './inhabitant.js'
import { type Act, aHistory, perform, readAll, type Said } from './living.js'

/** `npm run property` asks for more. The embedded database is slower, and where PostgreSQL has its 200 it needs only some. */
const usual = databaseKind() === 'pglite' && (process.env['TEST_DATABASE_URL'] || findPostgres()) ? 40 : 200
const histories = Number(process.env['HISTORIES'] ?? usual)
/** So many at a time: each waits for inboxes to be told at its end, and each step reads the list of all of them. */
const together = 8

const recount = (said: Said[], userId: string, readUpTo: number) => {
  const unread = said.filter(({ seq }) => seq > readUpTo)
  const calls = ({ senderId, mentions, audience }: Said) =>
    senderId !== userId && (mentions.includes(userId) || audience === 'room')
  return {
    unread: unread.filter(({ isMain }) => isMain).length,
    mentionSeqs: unread.filter(calls).map(({ seq }) => seq),
  }
}

const refusals = new Set(['FORBIDDEN', 'NOT_FOUND', 'CONFLICT', 'BAD_REQUEST'])
const isRefusal = (error: unknown) => error instanceof TRPCError && refusals.has(error.code)

/** Lives one history in a room of its own. */
async function liveThrough(app: TestApp, people: Inhabitant[], history: Act[]): Promise<void> {
  const { id: roomId } = await people[0]!.trpc.rooms.create({ kind: 'public', name: 'Living' })
  const pointers = new Map([[people[0]!.user.id, 0]])
  for (const act of history) {
    const before = await readAll(app, roomId)
    await perform(act, people, roomId, before, pointers).catch((error: unknown) => {
      if (!isRefusal(error)) throw error
    })
    const said = await readAll(app, roomId)
    for (const { user, fresh } of people) {
      const room = await fresh(roomId)
      expect(countsOf(room), `${user.username} after ${JSON.stringify(act)}`).toEqual(
        pointers.has(user.id) ? recount(said, user.id, pointers.get(user.id)!) : undefined,
      )
    }
  }
  for (const { user, held, fresh } of people) {
    const now = await fresh(roomId)
    await expect.poll(() => held(roomId), { ...patience, message: user.username }).toEqual(now)
  }
  // Whoever owns it by now; the lists of those who live on stay short.
  await app.database.db.updateTable('rooms').set({ deleted_at: new Date() }).where('id', '=', roomId).execute()
  for (const { forget } of people) forget(roomId)
}

const countsOf = (room: InboxRoom | undefined) => room && { unread: room.unread, mentionSeqs: room.mentionSeqs }

test(
  `in ${histories} random histories, counts equal a naive recount at every step, and inboxes what their events tell`,
  { timeout: 60_000 + histories * 1_000 },
  async () => {
    await using app = await testApp()
    const end = new AbortController()
    const people = await Promise.all([0, 1, 2].map((at) => createInhabitant(app, `person-${at}`, end.signal)))
    let lived = 0
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(aHistory, { minLength: together, maxLength: together }), async (lives) => {
          await Promise.all(lives.map((history) => liveThrough(app, people, history)))
          lived += lives.length
        }),
        { numRuns: Math.ceil(histories / together), endOnFailure: true },
      )
      expect(lived).toBeGreaterThanOrEqual(histories)
    } finally {
      end.abort()
      await Promise.all(people.map(({ followed }) => followed))
    }
  },
)
