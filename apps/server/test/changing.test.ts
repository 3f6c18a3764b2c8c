import { testApp } from '@parley/testkit/test-app'
import { describe, expect, test } from 'vitest'

describe('editing, deleting and reacting', () => {
  test('an edit keeps the place, raises the version and says when', async () => {
    await using app = await testApp()
    const { alice, room } = await app.twoMembers()
    const [message] = await alice.say(room, 'frist')
    const edited = await alice.trpc.messages.edit.mutate({ messageId: message!.id, body: 'first' })
    expect(edited).toMatchObject({ seq: 1, version: 2, body: 'first', editedAt: expect.any(Date) })
    const same = await alice.trpc.messages.edit.mutate({ messageId: message!.id, body: 'first' })
    expect(same.version).toBe(2)
  })

  test('a deleted message leaves its place and nothing of what it said, in any table', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const [message] = await alice.say(room, 'a secret')
    const { id: messageId } = message!
    await alice.trpc.messages.edit.mutate({ messageId, body: 'a secret, edited' })
    await bob.trpc.messages.react.mutate({ messageId, emoji: '😮', on: true })
    const gone = await alice.trpc.messages.delete.mutate({ messageId })
    expect(gone).toMatchObject({ seq: 1, body: '', reactions: [], deletedAt: expect.any(Date) })
    expect(await bob.trpc.messages.byId.query({ messageId })).toEqual(gone)
    expect(await app.database.db.selectFrom('message_edits').selectAll().execute()).toEqual([])
    for (const call of [
      () => alice.trpc.messages.edit.mutate({ messageId, body: 'back' }),
      () => bob.trpc.messages.react.mutate({ messageId, emoji: '😮', on: true }),
    ])
      await expect(call()).rejects.toMatchObject({ data: { appCode: 'conflict' } })
    expect((await alice.trpc.messages.delete.mutate({ messageId })).version).toBe(gone.version)
  })

  test('only its author may edit a message, and of the others only who moderates may delete it', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const [ofAlice] = await alice.say(room, 'mine')
    const [ofBob] = await bob.say(room, 'his')
    for (const call of [
      () => bob.trpc.messages.edit.mutate({ messageId: ofAlice!.id, body: 'changed' }),
      () => bob.trpc.messages.delete.mutate({ messageId: ofAlice!.id }),
      () => alice.trpc.messages.edit.mutate({ messageId: ofBob!.id, body: 'changed' }),
    ])
      await expect(call()).rejects.toMatchObject({ data: { appCode: 'forbidden', httpStatus: 403 } })
    expect((await alice.trpc.messages.delete.mutate({ messageId: ofBob!.id })).deletedAt).toBeInstanceOf(Date)
  })

  test('reactions stand in the order of first use, one per person and emoji', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const [message] = await alice.say(room, 'news')
    const { id: messageId } = message!
    const react = (person: typeof alice, emoji: string, on = true) =>
      person.trpc.messages.react.mutate({ messageId, emoji, on })
    await react(bob, '🎉')
    await react(alice, '👍')
    const twice = await react(bob, '🎉')
    expect(twice.version).toBe(3)
    const both = await react(alice, '🎉')
    expect(both.reactions).toEqual([
      { emoji: '🎉', count: 2, userIds: [bob.user.id, alice.user.id] },
      { emoji: '👍', count: 1, userIds: [alice.user.id] },
    ])
    const less = await react(bob, '🎉', false)
    expect(less.reactions.map(({ emoji, count }) => [emoji, count])).toEqual([
      ['👍', 1],
      ['🎉', 1],
    ])
    await expect(react(bob, 'hello')).rejects.toMatchObject({ data: { appCode: 'invalid' } })
  })

  test('a message takes twenty different reactions and no more', async () => {
    await using app = await testApp()
    const { alice, room } = await app.twoMembers()
    const [message] = await alice.say(room, 'popular')
    const react = (at: number) =>
      alice.trpc.messages.react.mutate({ messageId: message!.id, emoji: String.fromCodePoint(0x1f600 + at), on: true })
    for (let at = 0; at < 20; at++) await react(at)
    await expect(react(20)).rejects.toMatchObject({ data: { appCode: 'conflict' } })
  })
})
