import type { AuditEntry } from '@parley/contract/room-administration'
import { expect, test } from 'vitest'
import { sayDuration } from '../src/app/durations'
import { inviteText } from '../src/features/invites/invite-text'
import { slowUntil } from '../src/features/messages/slow-mode'
import { changesOf, slowModes } from '../src/features/room-administration/settings-draft'
import { sayAct } from '../src/features/room-administration/say-act'
import { mayIn } from '../src/features/rooms/may'
import { sectionsOf } from '../src/features/rooms/sections'
import { entry } from './entry'
import { room } from './room'

const ben = { id: 'ben', username: 'ben', displayName: 'Ben', avatarUrl: null }
const act = (name: string, details: AuditEntry['details'] = {}): AuditEntry => ({
  id: 'entry',
  at: new Date(0),
  actor: null,
  act: name,
  target: ben,
  details,
  ip: '127.0.0.1',
  userAgent: null,
})

test('what a role does not allow is not offered, and in a conversation nothing is', () => {
  expect(mayIn(room('a', { role: 'owner' }), 'delete')).toBe(true)
  expect(mayIn(room('a', { role: 'admin' }), 'delete')).toBe(false)
  expect(mayIn(room('a', { role: 'moderator' }), 'deleteOthers')).toBe(true)
  expect(mayIn(room('a', { role: 'member' }), 'invite')).toBe(true)
  expect(mayIn(room('a', { role: null }), 'invite')).toBe(false)
  expect(mayIn(room('a', { role: 'owner', kind: 'direct' }), 'invite')).toBe(false)
})

test('only what differs from the room is changed', () => {
  const now = room('a', { name: 'design', topic: null })
  expect(changesOf(now, {})).toBeNull()
  expect(changesOf(now, { name: ' design ', topic: '', kind: 'public' })).toBeNull()
  expect(changesOf(now, { name: 'design', topic: 'Type', slowSeconds: 30 })).toEqual({ topic: 'Type', slowSeconds: 30 })
})

test('slow mode offers its steps and what is set already', () => {
  expect(slowModes(7).map(({ value }) => value)).toContain(7)
  expect(slowModes(0).filter(({ value }) => value === 0)).toHaveLength(1)
})

test('in slow mode one waits from one’s own last message, or as long as the server said', () => {
  const slow = room('room', { slowSeconds: 30 })
  expect(slowUntil(slow, [entry(1, 'ana', 10_000), entry(2, 'ben', 20_000)], 'ana', 15_000)).toEqual(new Date(40_000))
  expect(slowUntil(slow, [entry(1, 'ana', 10_000)], 'ana', 41_000)).toBeNull()
  // The server's clock is an hour ahead.
  expect(slowUntil(slow, [entry(1, 'ana', 3_600_000)], 'ana', 5_000)).toEqual(new Date(35_000))
  const refused = { appCode: 'rate_limited' as const, message: '', retryAt: new Date(50_000).toISOString() }
  expect(slowUntil(slow, [{ ...entry(1, 'ana'), state: 'failed', error: refused }], 'ana', 15_000)).toEqual(
    new Date(50_000),
  )
  expect(slowUntil({ ...slow, role: 'moderator' }, [entry(1, 'ana', 10_000)], 'ana', 15_000)).toBeNull()
})

test('favourites come first, whatever they are', () => {
  const rooms = [room('a'), room('b', { favourite: true }), room('c', { kind: 'direct', favourite: true })]
  expect(sectionsOf(rooms).map(({ title, rooms: shown }) => [title, ...shown.map(({ id }) => id)])).toEqual([
    ['Favourites', 'b', 'c'],
    ['Rooms', 'a'],
  ])
})

test('an invitation says how long it works and how often it was used', () => {
  const invite = { id: 'i', code: 'c', url: 'u', createdBy: ben, createdAt: new Date(0) }
  expect(inviteText({ ...invite, expiresAt: null, maxUses: null, uses: 0 }, new Date(0))).toBe(
    'not used yet · never expires',
  )
  expect(inviteText({ ...invite, expiresAt: new Date(7_200_000), maxUses: 5, uses: 1 }, new Date(0))).toBe(
    '1 of 5 uses · expires in 2 hours',
  )
})

test('the log says who did what to whom in a sentence', () => {
  const now = new Date()
  expect(sayAct(act('ban'), now)).toBe('banned Ben')
  expect(sayAct(act('setRole', { from: 'member', to: 'admin' }), now)).toBe('made Ben admin, who was member')
  expect(sayAct(act('muteMember', { until: null }), now)).toBe('gave Ben their voice back')
  expect(sayAct(act('update', { name: 'ops', slow_seconds: 0 }), now)).toBe(
    'renamed the room to ops, turned slow mode off',
  )
  expect(sayAct(act('invite', { revoked: true }), now)).toBe('revoked an invitation')
  expect(sayAct(act('somethingNew'), now)).toBe('did “somethingNew” to Ben')
})

test('a length of time is said in the unit that says most of it', () => {
  expect([0, 1, 60, 61, 91, 3_600, 3_601, 7_000, 86_400 * 3].map(sayDuration)).toEqual([
    '1 second',
    '1 second',
    '1 minute',
    '61 seconds',
    '2 minutes',
    '1 hour',
    '61 minutes',
    '2 hours',
    '3 days',
  ])
})
