import type { PresenceOf, PresenceStatus } from '@parley/contract/presence'
import type { Member } from '@parley/contract/rooms'
import { expect, test } from 'vitest'
import { presenceText } from '../src/features/presence/presence-text'
import { splitRoster } from '../src/features/presence/roster-order'
import { seenBy } from '../src/features/receipts/seen-by'
import { entry } from './entry'

const member = (name: string): Member => ({
  user: { id: name, username: name, displayName: name, avatarUrl: null },
  role: 'member',
  joinedAt: new Date(0),
  lastReadSeq: null,
  mutedUntil: null,
})
const presence = (id: string, status: PresenceStatus): [string, PresenceOf] => [id, { id, status, lastSeenAt: null }]

test('who is here comes first, the most reachable on top, each by name', () => {
  const { online, offline } = splitRoster(
    ['Zoe', 'Ben', 'Ana', 'Cy', 'Dee'].map(member),
    new Map([presence('Zoe', 'online'), presence('Ana', 'idle'), presence('Cy', 'online'), presence('Dee', 'offline')]),
  )
  expect(online.map(({ user }) => user.id)).toEqual(['Cy', 'Zoe', 'Ana'])
  expect(offline.map(({ user }) => user.id)).toEqual(['Ben', 'Dee'])
})

test('presence is said in words', () => {
  const now = new Date(2026, 10, 3, 12)
  expect(presenceText(undefined, now)).toBe('Offline')
  expect(presenceText({ id: 'a', status: 'idle', lastSeenAt: null }, now)).toBe('Away')
  expect(presenceText({ id: 'a', status: 'offline', lastSeenAt: new Date(2026, 10, 1) }, now)).toBe(
    'Last seen on Sun 1 Nov',
  )
})

test('each reader stands under the last shown message that they have read, never under their own', () => {
  const entries = [entry(1, 'ana'), entry(2, 'ben'), entry(5, 'ana')]
  const receipts = new Map([
    ['ana', 5],
    ['ben', 4],
    ['cy', 2],
    ['dee', 5],
    ['me', 5],
  ])
  expect(Object.fromEntries(seenBy(entries, receipts, 'me', false))).toEqual({ 'ben:2': ['cy'], 'ana:5': ['dee'] })
})

test('nobody is shown at the end of a page that they have read past', () => {
  const entries = [entry(1, 'ana'), entry(2, 'ana')]
  expect(seenBy(entries, new Map([['ben', 9]]), 'me', true).size).toBe(0)
})
