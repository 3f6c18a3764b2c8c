import { testApp } from '@parley/testkit/test-app'
import { v4 as uuid } from 'uuid'
import { describe, expect, test } from 'vitest'

describe('sending', () => {
  test('fifty times the same client id at once is one message, and forty-nine duplicates', async () => {
    await using app = await testApp()
    const { alice, room } = await app.twoMembers()
    const clientId = uuid()
    const sent = await Promise.all(
      Array.from({ length: 50 }, () => alice.trpc.messages.send.mutate({ roomId: room, clientId, body: 'once' })),
    )
    expect(new Set(sent.map(({ message }) => message.id)).size).toBe(1)
    expect(sent.filter(({ duplicate }) => duplicate)).toHaveLength(49)
    expect((await alice.trpc.messages.list.query({ roomId: room })).items).toHaveLength(1)
  })

  test('a retry gets the message as it now is, also in an archived room, and another person may use the same id', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const clientId = uuid()
    const { message } = await alice.trpc.messages.send.mutate({ roomId: room, clientId, body: 'first' })
    await alice.trpc.messages.edit.mutate({ messageId: message.id, body: 'edited' })
    await app.database.db.updateTable('rooms').set({ archived_at: new Date() }).execute()
    const again = await alice.trpc.messages.send.mutate({ roomId: room, clientId, body: 'second' })
    expect(again).toMatchObject({ duplicate: true, message: { id: message.id, body: 'edited' } })
    const refused = alice.trpc.messages.send.mutate({ roomId: room, clientId: uuid(), body: 'third' })
    await expect(refused).rejects.toMatchObject({ data: { appCode: 'conflict', httpStatus: 409 } })
    await app.database.db.updateTable('rooms').set({ archived_at: null }).execute()
    const other = await bob.trpc.messages.send.mutate({ roomId: room, clientId, body: 'mine' })
    expect(other.duplicate).toBe(false)
  })

  test('numbers a room without holes while five race, and acknowledges nothing of one after their removal', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const others = await Promise.all(['carol', 'dave', 'erin'].map((name) => app.person(name)))
    const sixth = await app.person('frank')
    await Promise.all([...others, sixth].map((person) => person.trpc.rooms.join.mutate({ roomId: room })))

    const until = Date.now() + 5_000
    let acked = 0
    const race = [alice, bob, ...others].map(async (person) => {
      while (Date.now() < until) {
        await person.say(room, 'racing')
        acked++
      }
    })
    /** When each acknowledged message of the sixth was asked for. */
    let outSince: number | null = null
    const wrong: string[] = []
    const sending = (async () => {
      while (Date.now() < until) {
        const asked = performance.now()
        const [message] = await sixth.say(room, 'still here?').catch(() => [])
        if (!message) continue
        acked++
        if (outSince !== null && asked > outSince) wrong.push(message.id)
      }
    })()
    const moving = (async () => {
      while (Date.now() < until) {
        await sixth.trpc.rooms.leave.mutate({ roomId: room })
        outSince = performance.now()
        await new Promise((resolve) => setTimeout(resolve, 40))
        outSince = null
        await sixth.trpc.rooms.join.mutate({ roomId: room })
        await new Promise((resolve) => setTimeout(resolve, 40))
      }
    })()
    await Promise.all([...race, sending, moving])

    expect(wrong).toEqual([])
    const rows = await app.database.db
      .selectFrom('messages')
      .select(['seq', 'main_no', 'version'])
      .orderBy('seq')
      .execute()
    expect(rows).toHaveLength(acked)
    const dense = Array.from({ length: acked }, (_, at) => at + 1)
    expect(rows.map((row) => row.seq)).toEqual(dense)
    expect(rows.map((row) => row.main_no)).toEqual(dense)
    expect(rows.map((row) => row.version)).toEqual(dense)
  })

  test('moves the sender’s read pointer, so that one’s own words are never unread', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    await alice.say(room, 'one', 'two')
    expect(await bob.trpc.rooms.byId.query({ roomId: room })).toMatchObject({ unread: 2, lastReadSeq: 0 })
    await bob.say(room, 'three')
    expect(await bob.trpc.rooms.byId.query({ roomId: room })).toMatchObject({ unread: 0, lastReadSeq: 3 })
    expect(await alice.trpc.rooms.byId.query({ roomId: room })).toMatchObject({ unread: 1, lastReadSeq: 2 })
  })

  test('takes client ids of any version, and two spellings of one are one', async () => {
    await using app = await testApp()
    const { alice, room } = await app.twoMembers()
    const send = (clientId: string) => alice.trpc.messages.send.mutate({ roomId: room, clientId, body: 'once' })
    expect((await send('AAAAAAAA-1111-1111-1111-111111111111')).duplicate).toBe(false)
    expect(await send('aaaaaaaa-1111-1111-1111-111111111111')).toMatchObject({ duplicate: true })
  })

  test('keeps what was said as it was said, in any script', async () => {
    await using app = await testApp()
    const { alice, room } = await app.twoMembers()
    const bodies = [
      '  indented\n\n\tcode  ',
      '你好，世界',
      'مرحبا',
      '👩‍👩‍👧‍👦🏳️‍🌈',
      "'; drop table users; --",
      '<script>alert(1)</script>',
      '%_\\',
    ]
    await alice.say(room, ...bodies)
    const { items } = await alice.trpc.messages.list.query({ roomId: room })
    expect(items.map((message) => message.body)).toEqual(bodies)
  })

  test.each([
    ['an empty body', { body: '' }],
    ['only white space', { body: ' \n\t ' }],
    ['4,001 characters', { body: 'x'.repeat(4_001) }],
    ['over 16 KiB', { body: '👩‍👩‍👧‍👦'.repeat(1_000) }],
    ['U+0000', { body: 'a\0b' }],
    ['half a surrogate pair', { body: 'a\ud800b' }],
    ['a client id that is no UUID', { clientId: '1' }],
    ['no room id', { roomId: undefined as never }],
  ])('refuses %s and names the field', async (_what, wrong) => {
    await using app = await testApp()
    const { alice, room } = await app.twoMembers()
    const sending = alice.trpc.messages.send.mutate({ roomId: room, clientId: uuid(), body: 'fine', ...wrong })
    const details = [{ path: [Object.keys(wrong)[0]] }]
    await expect(sending).rejects.toMatchObject({ data: { appCode: 'invalid', httpStatus: 400, details } })
  })

  test('takes 4,000 characters, however many code units they are', async () => {
    await using app = await testApp()
    const { alice, room } = await app.twoMembers()
    const [message] = await alice.say(room, '😀'.repeat(4_000))
    expect(message!.body).toHaveLength(8_000)
  })
})

describe('replies and threads', () => {
  test('a reply quotes the message as it now is', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const [question] = await alice.say(room, 'q'.repeat(300))
    const reply = { roomId: room, clientId: uuid(), body: 'answer', replyToId: question!.id }
    const { message } = await bob.trpc.messages.send.mutate(reply)
    expect(message.replyTo).toMatchObject({ id: question!.id, body: 'q'.repeat(200), sender: { username: 'alice' } })
    await alice.trpc.messages.delete.mutate({ messageId: question!.id })
    const read = await bob.trpc.messages.byId.query({ messageId: message.id })
    expect(read.replyTo).toMatchObject({ id: question!.id, body: '' })
  })

  test('a thread’s reply takes a number but no place in the main timeline, and counts at its root', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const [root] = await alice.say(room, 'root')
    const seen = alice.watch(room)
    await seen.until((event) => event.type === 'ready')
    const inThread = { roomId: room, threadRootId: root!.id }
    await bob.trpc.messages.send.mutate({ ...inThread, clientId: uuid(), body: 'aside' })
    await bob.trpc.messages.send.mutate({ ...inThread, clientId: uuid(), body: 'to all', alsoToRoom: true })
    const { items } = await alice.trpc.messages.list.query({ roomId: room })
    expect(items.map(({ body, seq, replyCount }) => [body, seq, replyCount])).toEqual([
      ['root', 1, 2],
      ['to all', 3, 0],
    ])
    const events = await seen.take(5)
    expect(events.map((event) => event.type === 'message' && event.message.body)).toEqual([
      false,
      'aside',
      'root',
      'to all',
      'root',
    ])
    expect(await alice.trpc.rooms.byId.query({ roomId: room })).toMatchObject({ lastSeq: 3, unread: 1 })
  })

  test('whoever sends to the room as well without a thread is told the same as who reads it', async () => {
    await using app = await testApp()
    const { alice, room } = await app.twoMembers()
    const sent = await alice.trpc.messages.send.mutate({
      roomId: room,
      clientId: uuid(),
      body: 'to all',
      alsoToRoom: true,
    })
    expect((await alice.trpc.messages.list.query({ roomId: room })).items).toEqual([sent.message])
  })

  test('what is quoted or answered must be of the same room', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const secret = await bob.trpc.rooms.create.mutate({ kind: 'private', name: 'Secret' })
    const [hidden] = await bob.say(secret.id, 'hidden')
    for (const field of ['replyToId', 'threadRootId'] as const) {
      const sending = alice.trpc.messages.send.mutate({
        roomId: room,
        clientId: uuid(),
        body: 'x',
        [field]: hidden!.id,
      })
      await expect(sending).rejects.toMatchObject({ data: { appCode: 'invalid', details: [{ path: [field] }] } })
    }
  })
})
