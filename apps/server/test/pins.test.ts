import { reducePins } from '@parley/client'
import { limits } from '@parley/contract/limits'
import type { Message } from '@parley/contract/messages'
import { codeOf, type Person } from '@parley/testkit/person'
import { testApp } from '@parley/testkit/test-app'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { react, send } from './following.js'

const pin = ({ trpc }: Person, { id: messageId }: Message, on = true) => trpc.messages.pin.mutate({ messageId, on })
const pinsOf = async ({ trpc }: Person, roomId: string) =>
  (await trpc.messages.pins.query({ roomId })).items.map(({ body }) => body)

describe('a pinned message', () => {
  test('is in the list of its room, the last pinned first, page by page, until the pin or the message goes', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const [one, two, three] = (await alice.say(room, 'one', 'two', 'three')) as [Message, Message, Message]
    for (const message of [one, three, two]) await pin(alice, message)
    const first = await bob.trpc.messages.pins.query({ roomId: room, limit: 2 })
    const second = await bob.trpc.messages.pins.query({ roomId: room, limit: 2, cursor: first.nextCursor })
    expect([...first.items, ...second.items].map(({ body }) => body)).toEqual(['two', 'three', 'one'])
    expect(second.nextCursor).toBeNull()
    expect(first.items[0]).toEqual(await bob.trpc.messages.byId.query({ messageId: two.id }))
    const again = await pin(alice, two)
    expect(again.version).toBe(first.items[0]!.version)
    expect((await pin(alice, two, false)).pinnedAt).toBeNull()
    expect((await alice.trpc.messages.delete.mutate({ messageId: three.id })).pinnedAt).toBeNull()
    expect(await pinsOf(bob, room)).toEqual(['one'])
    expect(await codeOf(pin(alice, three))).toBe('conflict')
  })

  test('comes to who was away as the message that it is, with the version of the pin', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const [message] = (await alice.say(room, 'read this')) as [Message]
    const away = bob.watch(room)
    const { version } = await away.until((event) => event.type === 'ready')
    away.stop()
    const pinned = await pin(alice, message)
    const back = bob.watch(room, { after: version })
    await back.until((event) => event.type === 'ready')
    expect(back.items[0]).toEqual({ type: 'message', version: pinned.version, message: pinned })
    await pin(alice, message, false)
    expect(await back.until((event) => event.type === 'message' && event.message.pinnedAt === null)).toBeTruthy()
  })

  test('is held by who watches as a fresh list shows it, whatever becomes of it', { timeout: 60_000 }, async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const [one, two] = (await alice.say(room, 'one', 'two')) as [Message, Message]
    const quoting = await send(bob, room, 'as you said', { replyToId: one.id })
    const threaded = await send(bob, room, 'aside', { threadRootId: one.id })
    const seen = bob.watch(room)
    await seen.until((event) => event.type === 'ready')
    const fetch = async () => (await bob.trpc.messages.pins.query({ roomId: room })).items
    const start = await fetch()
    const acts: Record<string, () => Promise<unknown>> = {
      'a pin': () => pin(alice, one),
      'a pin of what quotes': () => pin(alice, quoting),
      'a pin of an answer in a thread': () => pin(alice, threaded),
      'an edit of what is pinned and quoted': () =>
        alice.trpc.messages.edit.mutate({ messageId: one.id, body: 'one, edited' }),
      'a reaction': () => react(bob, quoting, '👍', true),
      'a pin taken out': () => pin(alice, one, false),
      'a pin and a pin': () => Promise.all([pin(alice, one), pin(alice, two)]),
      'a deletion of what is quoted': () => alice.trpc.messages.delete.mutate({ messageId: one.id }),
    }
    for (const [name, act] of Object.entries(acts)) {
      await act()
      const { version } = await bob.trpc.rooms.byId.query({ roomId: room })
      await seen.until((event) => event.version >= version)
      const messages = seen.items.flatMap((event) => (event.type === 'message' ? [event.message] : []))
      expect(messages.reduce<readonly Message[]>(reducePins, start), `after ${name}`).toEqual(await fetch())
    }
  })

  test('is pinned by who moderates the room, and by everybody in a direct one', async () => {
    await using app = await testApp()
    const { owner, admin, moderator, member, room } = await app.ofEachRole()
    const [message] = (await member.say(room, 'mine')) as [Message]
    expect(await codeOf(pin(member, message))).toBe('forbidden')
    for (const person of [owner, admin, moderator]) {
      expect((await pin(person, message)).pinnedAt).toBeInstanceOf(Date)
      await pin(person, message, false)
    }
    const { id: direct } = await owner.trpc.rooms.direct.mutate({ userIds: [member.user.id] })
    const [said] = (await owner.say(direct, 'between us')) as [Message]
    expect((await pin(member, said)).pinnedAt).toBeInstanceOf(Date)
    expect(await codeOf(pin(admin, said))).toBe('not_found')
    await owner.trpc.rooms.removeMember.mutate({ roomId: room, userId: moderator.user.id })
    expect(await codeOf(pin(moderator, message))).toBe('forbidden')
    expect(await codeOf(moderator.trpc.messages.pins.query({ roomId: room }))).toBe('forbidden')
    const token = await owner.trpc.auth.createToken.mutate({ name: 'bot', scopes: ['messages:write', 'messages:read'] })
    owner.useToken(token.token)
    expect(await codeOf(pin(owner, message))).toBe('forbidden')
    expect(await codeOf(pin(owner, said, false))).toBe('allowed')
  })

  test('is one of a hundred at most, and hidden from who came after it', async () => {
    await using app = await testApp()
    const { alice, room } = await app.twoMembers()
    const [first, last] = (await alice.say(room, 'first', 'last')) as [Message, Message]
    await sql`
      insert into messages (id, room_id, seq, main_no, version, client_id, sender_id, body, pinned_at)
      select gen_random_uuid(), ${room}, 2 + n, 2 + n, 2 + n, gen_random_uuid(), ${alice.user.id}, 'more', now()
      from generate_series(1, ${limits.pins - 1}::int) n`.execute(app.database.db)
    await sql`update rooms set last_seq = 101, last_main = 101, version = 101 where id = ${room}`.execute(
      app.database.db,
    )
    await pin(alice, first)
    expect(await codeOf(pin(alice, last))).toBe('conflict')
    await pin(alice, first, false)
    await pin(alice, last)
    await alice.trpc.rooms.update.mutate({ roomId: room, history: 'join' })
    const carol = await app.person('carol')
    await carol.trpc.rooms.join.mutate({ roomId: room })
    expect(await pinsOf(carol, room)).toEqual([])
  })
})
