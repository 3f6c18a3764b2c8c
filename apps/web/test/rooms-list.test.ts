import { expect, test } from 'vitest'
import { attentionOf, isUnread } from '../src/features/rooms/attention'
import { fuzzyFilter } from '../src/features/rooms/fuzzy'
import { nextUnread } from '../src/features/rooms/next-unread'
import { roomTitle } from '../src/features/rooms/room-title'
import { room } from './room'

const person = (displayName: string) => ({ id: displayName, username: displayName, displayName, avatarUrl: null })

test('a room counts its mentions, a direct conversation all that is unread', () => {
  expect(attentionOf(room('a', { unread: 9, mentions: 2 }))).toBe(2)
  expect(attentionOf(room('b', { kind: 'direct', unread: 9, mentions: 0 }))).toBe(9)
})

test('a silenced room neither counts nor stands out', () => {
  const silenced = room('a', { unread: 9, mentions: 2, notify: 'none' })
  expect([attentionOf(silenced), isUnread(silenced)]).toEqual([0, false])
})

test('the next unread room follows the order of the list and goes round', () => {
  const direct = room('dm', { kind: 'direct', unread: 1 })
  const rooms = [direct, room('a', { unread: 1 }), room('b'), room('c', { unread: 1 })]
  expect(nextUnread(rooms, 'a', 1)?.id).toBe('c')
  expect(nextUnread(rooms, 'c', 1)?.id).toBe('dm')
  expect(nextUnread(rooms, 'dm', 1)?.id).toBe('a')
  expect(nextUnread(rooms, 'a', -1)?.id).toBe('dm')
  expect(nextUnread(rooms, undefined, -1)?.id).toBe('dm')
  expect(nextUnread([room('b')], 'b', 1)).toBeNull()
})

test('a direct conversation is called after the people in it', () => {
  expect(roomTitle(room('x', { kind: 'direct', name: null, members: [person('Ada'), person('Bo')] }))).toBe('Ada, Bo')
})

test('the switcher finds by beginnings of words first, whatever the accents, and keeps the order of equals', () => {
  const find = (query: string, names: string[]) => fuzzyFilter(names, query, (name) => name)
  expect(find('eng', ['challenge', 'engineering'])).toEqual(['engineering', 'challenge'])
  expect(find('sofia', ['Sofía Lindqvist'])).toEqual(['Sofía Lindqvist'])
  expect(find('rn', ['running', 'release-notes'])).toEqual(['release-notes', 'running'])
  expect(find('', ['b', 'a'])).toEqual(['b', 'a'])
  expect(find('zq', ['design'])).toEqual([])
})
