import { testApp } from '@parley/testkit/test-app'
import { TRPCError } from '@trpc/server'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { patience } from './following.js'
import { comparable, createNotified, type Notified } from './notified.js'

/** `npm run property` asks for more. */
const histories = Math.ceil(Number(process.env['HISTORIES'] ?? 200) / 4)

const kinds = [
  'say',
  'say',
  'quote',
  'answer',
  'edit',
  'edit',
  'delete',
  'react',
  'react',
  'unreact',
  'read',
  'mark',
  'markAll',
  'add',
  'leave',
  'rename',
] as const
/** What makes a client fetch again; seldom, since nothing is proven by what follows. */
const rare = ['unread', 'notify', 'block', 'unblock'] as const
const bodies = [
  'hello',
  'hey @person-1',
  '@person-0 and @person-2',
  'all of you, @room',
  '@room and @person-1',
] as const

interface Act {
  kind: (typeof kinds)[number] | (typeof rare)[number]
  who: number
  pick: number
  body: string
}

const anAct = (from: readonly Act['kind'][]) =>
  fc.record<Act>({
    kind: fc.constantFrom(...from),
    who: fc.nat(2),
    pick: fc.nat(30),
    body: fc.constantFrom(...bodies),
  })
const aHistory = fc
  .tuple(
    fc.array(anAct([...kinds, ...rare]), { maxLength: 4 }),
    fc.array(anAct(kinds), { minLength: 6, maxLength: 16 }),
  )
  .map((parts) => parts.flat())

async function perform({ kind, who, pick, body }: Act, people: Notified[], roomId: string): Promise<unknown> {
  const { trpc, user } = people[who]!
  const { items } = await trpc.messages.list({ roomId, limit: 100 })
  const there = items.filter((message) => !message.deletedAt)
  const [any, own] = [there, there.filter(({ sender }) => sender.id === user.id)].map(
    (all) => all[pick % all.length]?.id,
  )
  const send = (more: object) => trpc.messages.send({ roomId, clientId: crypto.randomUUID(), body, ...more })
  const other = people[(who + 1 + (pick % 2)) % 3]!.user.id
  const emoji = pick % 2 ? '👍' : '🎉'
  switch (kind) {
    case 'say':
      return send({})
    case 'quote':
      return any && send({ replyToId: any })
    case 'answer':
      return any && send({ threadRootId: any })
    case 'edit':
      return own && trpc.messages.edit({ messageId: own, body: `${body} (edited ${pick})` })
    case 'delete':
      return own && trpc.messages.delete({ messageId: own })
    case 'react':
    case 'unreact':
      return any && trpc.messages.react({ messageId: any, emoji, on: kind === 'react' })
    case 'read':
      return trpc.rooms.markRead({ roomId, seq: 1 + pick })
    case 'unread':
      return trpc.rooms.markUnread({ roomId, fromSeq: 1 + pick })
    case 'mark': {
      const { items: told } = await trpc.notifications.list()
      return told[pick] && trpc.notifications.markRead({ notificationIds: [told[pick].id] })
    }
    case 'markAll':
      return trpc.notifications.markRead({ all: true })
    case 'add':
      return people[0]!.trpc.rooms.addMember({ roomId, userId: other })
    case 'leave':
      return trpc.rooms.leave({ roomId })
    case 'rename':
      return trpc.users.update({ displayName: `Person ${pick}` })
    case 'notify':
      return trpc.rooms.setNotify({ roomId, notify: (['all', 'mentions', 'none'] as const)[pick % 3]! })
    case 'block':
    case 'unblock':
      return trpc.users[kind]({ userId: other })
  }
}

const refusals = new Set(['FORBIDDEN', 'NOT_FOUND', 'CONFLICT', 'BAD_REQUEST'])

test(
  `in ${histories} random histories, what the events tell of notifications is what a fresh fetch shows`,
  { timeout: 60_000 + histories * 2_000 },
  async () => {
    await using app = await testApp()
    const end = new AbortController()
    const people = await Promise.all([0, 1, 2].map((at) => createNotified(app, `person-${at}`, end.signal)))
    const live = async (history: Act[]) => {
      for (const { trpc } of people)
        for (const { id: userId } of await trpc.users.blocked()) await trpc.users.unblock({ userId })
      const { id: roomId } = await people[0]!.trpc.rooms.create({ kind: 'public', name: 'Living' })
      for (const { trpc } of people.slice(1)) await trpc.rooms.join({ roomId })
      for (const { restart } of people) await restart()
      for (const act of history)
        await perform(act, people, roomId).catch((error: unknown) => {
          if (!(error instanceof TRPCError) || !refusals.has(error.code)) throw error
        })
      for (const { user, fetch, held } of people) {
        const fresh = comparable(await fetch())
        await expect.poll(async () => comparable(await held()), { ...patience, message: user.username }).toEqual(fresh)
      }
      // Whoever owns it by now; the lists of those who live on stay short.
      await app.database.db.updateTable('rooms').set({ deleted_at: new Date() }).where('id', '=', roomId).execute()
    }
    try {
      await fc.assert(fc.asyncProperty(aHistory, live), { numRuns: histories, endOnFailure: true })
    } finally {
      end.abort()
      await Promise.all(people.map(({ followed }) => followed))
    }
  },
)
