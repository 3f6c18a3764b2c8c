import { expect, test, vi } from 'vitest'
import { reducePresence } from '../src/presence.js'
import { reduceReceipts } from '../src/receipts.js'
import { createTyping, reduceTyping } from '../src/typing.js'
import { alice, bob, message } from './make.js'

test('a read pointer only moves forward', () => {
  const reads = reduceReceipts(new Map(), { type: 'snapshot', reads: [{ userId: 'bob', seq: 5 }] })
  expect(reduceReceipts(reads, { type: 'read', userId: 'bob', seq: 4 })).toBe(reads)
  expect(reduceReceipts(reads, { type: 'read', userId: 'bob', seq: 6 }).get('bob')).toBe(6)
  expect(reduceReceipts(reads, { type: 'read', userId: 'eve', seq: 0 }).get('eve')).toBe(0)
})

test('a snapshot of presence replaces what was known', () => {
  const online = { id: 'bob', status: 'online', lastSeenAt: null } as const
  const away = { id: 'bob', status: 'offline', lastSeenAt: new Date(1) } as const
  const known = reducePresence(new Map(), { type: 'change', user: online })
  expect(reducePresence(known, { type: 'change', user: away }).get('bob')).toEqual(away)
  expect(reducePresence(known, { type: 'snapshot', users: [] }).size).toBe(0)
})

test('typing is told at most every three seconds, and its end at once', () => {
  let now = 0
  const tell = vi.fn(() => Promise.resolve())
  const typing = createTyping(tell, () => now)
  for (now of [0, 100, 2_999, 3_000, 3_100]) typing.set('room', true)
  typing.set('room', false)
  typing.set('room', false)
  typing.set('room', true)
  expect(tell.mock.calls.map(([told]: unknown[]) => (told as { typing: boolean }).typing)).toEqual([
    true,
    true,
    false,
    true,
  ])
})

test('who has said what they were typing is not shown as typing, until the feed says so again', () => {
  const typing = reduceTyping([], { users: [bob, alice] })
  const said = reduceTyping(typing, { said: message(1, { sender: bob }) })
  expect(said).toEqual([alice])
  expect(reduceTyping(said, { users: [bob, alice] })).toEqual([bob, alice])
})
