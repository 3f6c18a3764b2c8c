import { testApp } from '@parley/testkit/test-app'
import { describe, expect, test } from 'vitest'

describe('history', () => {
  test('is walked both ways from anywhere, every message once, in order', async () => {
    await using app = await testApp()
    const { alice, room } = await app.twoMembers()
    const said = Array.from({ length: 25 }, (_, at) => `message ${at + 1}`)
    await alice.say(room, ...said)
    const list = (input: object) => alice.trpc.messages.list.query({ roomId: room, limit: 10, ...input })

    const newest = await list({})
    expect(newest.items.map((message) => message.seq)).toEqual([16, 17, 18, 19, 20, 21, 22, 23, 24, 25])
    expect(newest.prevCursor).toBeNull()
    const middle = await list({ cursor: newest.nextCursor })
    const oldest = await list({ cursor: middle.nextCursor, direction: 'newer' })
    expect(oldest.items.map((message) => message.seq)).toEqual([1, 2, 3, 4, 5])
    expect(oldest.nextCursor).toBeNull()
    const forth = await list({ cursor: oldest.prevCursor, direction: 'forward' })
    expect(forth.items).toEqual(middle.items)
    const end = await list({ cursor: forth.prevCursor })
    expect(end.items).toEqual(newest.items)
    expect(end.prevCursor).toBeNull()
  })

  test('opens around a message, near either end with a full page', async () => {
    await using app = await testApp()
    const { alice, room } = await app.twoMembers()
    await alice.say(room, ...Array.from({ length: 25 }, (_, at) => `message ${at + 1}`))
    const around = async (aroundSeq: number) => {
      const page = await alice.trpc.messages.list.query({ roomId: room, limit: 10, aroundSeq })
      return {
        seqs: page.items.map((message) => message.seq),
        older: page.nextCursor !== null,
        newer: page.prevCursor !== null,
      }
    }
    expect(await around(12)).toEqual({ seqs: [7, 8, 9, 10, 11, 12, 13, 14, 15, 16], older: true, newer: true })
    expect(await around(1)).toEqual({ seqs: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], older: false, newer: true })
    expect(await around(0)).toEqual(await around(1))
    expect(await around(Number.MAX_SAFE_INTEGER)).toEqual(await around(25))
    expect(await around(25)).toEqual({ seqs: [16, 17, 18, 19, 20, 21, 22, 23, 24, 25], older: true, newer: false })
  })

  test.each([
    ['a limit of 0', { limit: 0 }, 'limit'],
    ['a limit of 101', { limit: 101 }, 'limit'],
    ['a cursor that no page returned', { cursor: 'yesterday' }, 'cursor'],
  ])('refuses %s', async (_what, wrong, field) => {
    await using app = await testApp()
    const { alice, room } = await app.twoMembers()
    const listing = alice.trpc.messages.list.query({ roomId: room, ...wrong })
    await expect(listing).rejects.toMatchObject({ data: { appCode: 'invalid', details: [{ path: [field] }] } })
  })
})
