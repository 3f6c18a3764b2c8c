import type { Message } from '@parley/contract/messages'
import { codeOf, type Person } from '@parley/testkit/person'
import { testApp } from '@parley/testkit/test-app'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { react } from './following.js'

const edit = ({ trpc }: Person, { id: messageId }: Message, body: string) =>
  trpc.messages.edit.mutate({ messageId, body })
const historyOf = ({ trpc }: Person, { id: messageId }: Message) => trpc.messages.history.query({ messageId })

describe('what a message said before', () => {
  test('is told with each edit, to who sees the message; a deletion takes it from reads and table', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const stranger = await app.person('stranger')
    const [message] = (await alice.say(room, 'frist')) as [Message]
    expect(await historyOf(bob, message)).toEqual([])
    await edit(alice, message, 'first')
    await edit(alice, message, 'first')
    const { editedAt } = await edit(alice, message, 'the first')
    const wordings = await historyOf(bob, message)
    expect(wordings.map(({ body }) => body)).toEqual(['frist', 'first'])
    expect(wordings[1]!.editedAt).toEqual(editedAt)
    expect(await codeOf(historyOf(stranger, message))).toBe('forbidden')
    await alice.trpc.rooms.update.mutate({ roomId: room, kind: 'private' })
    expect(await codeOf(historyOf(stranger, message))).toBe('not_found')
    await alice.trpc.rooms.removeMember.mutate({ roomId: room, userId: bob.user.id })
    expect(await codeOf(historyOf(bob, message))).toBe('not_found')
    await alice.trpc.messages.delete.mutate({ messageId: message.id })
    expect(await historyOf(alice, message)).toEqual([])
    expect(await app.database.db.selectFrom('message_edits').selectAll().execute()).toEqual([])
  })

  test('can be changed for as long as EDIT_WINDOW says, by the clock of the database', async () => {
    await using app = await testApp({ env: { EDIT_WINDOW: '60' } })
    const { alice, room } = await app.twoMembers()
    const [message] = (await alice.say(room, 'frist')) as [Message]
    const age = (seconds: number) =>
      sql`update messages set created_at = now() - make_interval(secs => ${seconds})`.execute(app.database.db)
    await age(50)
    expect((await edit(alice, message, 'first')).body).toBe('first')
    await age(61)
    expect(await codeOf(edit(alice, message, 'the first'))).toBe('forbidden')
    // What changes nothing may be said again, as a retry does.
    expect((await edit(alice, message, 'first')).body).toBe('first')
    expect(await codeOf(alice.trpc.messages.delete.mutate({ messageId: message.id }))).toBe('allowed')
  })
})

describe('who reacted', () => {
  test('is told in the order in which they did, all or with one emoji, page by page, to who sees the message', async () => {
    await using app = await testApp()
    const { owner, admin, moderator, member, room } = await app.ofEachRole()
    const stranger = await app.person('stranger')
    const [message] = (await owner.say(room, 'lunch?')) as [Message]
    for (const person of [member, admin, moderator]) await react(person, message, '🥗', true)
    await react(admin, message, '🍕', true)
    const input = { messageId: message.id, limit: 3 }
    const first = await owner.trpc.messages.reactions.query(input)
    const second = await owner.trpc.messages.reactions.query({ ...input, cursor: first.nextCursor })
    expect([...first.items, ...second.items].map(({ emoji, user }) => `${emoji} ${user.username}`)).toEqual([
      '🥗 member',
      '🥗 admin',
      '🥗 moderator',
      '🍕 admin',
    ])
    expect(second.nextCursor).toBeNull()
    const pizza = await owner.trpc.messages.reactions.query({ messageId: message.id, emoji: '🍕' })
    expect(pizza.items.map(({ user }) => user.username)).toEqual(['admin'])
    expect(await codeOf(stranger.trpc.messages.reactions.query(input))).toBe('forbidden')
    await owner.trpc.messages.delete.mutate({ messageId: message.id })
    expect((await owner.trpc.messages.reactions.query(input)).items).toEqual([])
  })
})
