import type { MessageEvent } from '@parley/contract/messages'
import { testApp } from '@parley/testkit/test-app'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'

const isReady = (event: MessageEvent) => event.type === 'ready'
const bodies = (events: MessageEvent[]) =>
  events.flatMap((event) => (event.type === 'message' ? [event.message.body] : []))

describe('who watches a room', () => {
  test('hears what is said from ready on', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    await bob.say(room, 'before')
    const seen = alice.watch(room)
    expect(await seen.until(isReady)).toEqual({ type: 'ready', version: 1 })
    await bob.say(room, 'one', 'two')
    expect(bodies(await seen.take(3))).toEqual(['one', 'two'])
  })

  test('gets exactly what was said while away, each message once as it now is, edits of old ones included', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const [old] = await bob.say(room, 'old', 'known')
    const first = alice.watch(room)
    const { version } = await first.until(isReady)
    first.stop()

    await bob.trpc.messages.edit.mutate({ messageId: old!.id, body: 'old, edited' })
    const [news] = await bob.say(room, 'new')
    await bob.trpc.messages.edit.mutate({ messageId: news!.id, body: 'new, edited' })
    await alice.trpc.messages.react.mutate({ messageId: news!.id, emoji: '👍', on: true })

    const again = alice.watch(room, { after: version })
    await again.until(isReady)
    expect(bodies(again.items)).toEqual(['old, edited', 'new, edited'])
    expect(again.items.map((event) => event.version)).toEqual([3, 6, 6])
  })

  test('resumes by itself after its socket was cut, without a gap or a repeat', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const seen = alice.watch(room)
    await seen.until(isReady)
    const said: string[] = []
    for (let round = 0; round < 5; round++) {
      said.push(`${round} while there`, `${round} meanwhile`)
      await bob.say(room, `${round} while there`)
      alice.cut()
      await bob.say(room, `${round} meanwhile`)
    }
    await seen.until((event) => event.type === 'message' && event.message.body === said.at(-1))
    expect(bodies(seen.items)).toEqual(said)
  })

  test('is told to start afresh when over a thousand changes behind, and live goes on', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const [message] = await bob.say(room, 'hello')
    await sql`insert into messages (id, room_id, seq, main_no, version, client_id, sender_id, body)
      select gen_random_uuid(), m.room_id, n, n, n, gen_random_uuid(), m.sender_id, m.body
      from generate_series(2, 1002) n, messages m where m.id = ${message!.id}`.execute(app.database.db)
    await sql`update rooms set last_seq = 1002, last_main = 1002, version = 1002`.execute(app.database.db)

    const behind = alice.watch(room, { after: 1 })
    expect(await behind.take(1)).toEqual([{ type: 'reset', version: 1002 }])
    await bob.say(room, 'after the reset')
    expect(bodies(await behind.take(2))).toEqual(['after the reset'])

    const enough = alice.watch(room, { after: 3 })
    await enough.until(isReady)
    expect(enough.items).toHaveLength(1001)
  })

  test('is told to start afresh with an id from the future, and refused with one that is none', async () => {
    await using app = await testApp()
    const { alice, room } = await app.twoMembers()
    for (const after of [99, 1e20])
      expect(await alice.watch(room, { after }).take(1)).toEqual([{ type: 'reset', version: 0 }])
    const bad = alice.collect((handlers) =>
      alice.trpc.messages.watch.subscribe({ roomId: room, lastEventId: 'yesterday' }, handlers),
    )
    expect(await bad.failed()).toMatchObject({ data: { appCode: 'invalid', details: [{ path: ['lastEventId'] }] } })
  })

  test('misses nothing and gets nothing twice while many write and it comes and goes', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const writers = [alice, bob].map(async (person, at) => {
      for (let n = 0; n < 40; n++) await person.say(room, `${at}-${n}`)
    })
    const got = new Map<string, MessageEvent & { type: 'message' }>()
    let after: number | undefined = 0
    const comeAndGo = async () => {
      const seen = alice.watch(room, { after: after! })
      await seen.until(isReady)
      await new Promise((resolve) => setTimeout(resolve, 30))
      seen.stop()
      const versions = seen.items.map((event) => event.version)
      expect(versions).toEqual(versions.toSorted((a, b) => a - b))
      for (const event of seen.items) {
        after = Math.max(after!, event.version)
        if (event.type !== 'message') continue
        expect(got.has(event.message.id)).toBe(false)
        got.set(event.message.id, event)
      }
    }
    let writing = true
    void Promise.all(writers).then(() => (writing = false))
    while (writing) await comeAndGo()
    await comeAndGo()
    expect([...got.values()].map((event) => event.message.seq)).toEqual(Array.from({ length: 80 }, (_, at) => at + 1))
  })
})
