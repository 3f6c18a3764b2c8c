import type { Entry } from '@parley/client'
import { expect, test } from 'vitest'
import { toRows } from '../src/features/messages/rows'
import { entry } from './entry'

const minute = 60_000
const noon = new Date(2026, 10, 3, 12).getTime()
const flags = (entries: Entry[], dividerSeq: number | null = null) =>
  toRows(entries, dividerSeq).map(({ first, newDay, divider }) =>
    [newDay && 'day', divider && 'new', first && 'first'].filter(Boolean).join(' '),
  )

test('one person writing in quick succession is one group', () => {
  expect(flags([entry(1, 'ana', noon), entry(2, 'ana', noon + minute), entry(3, 'ana', noon + 5 * minute)])).toEqual([
    'day first',
    '',
    '',
  ])
})

test('another person, or five minutes of silence, begins a group', () => {
  expect(flags([entry(1, 'ana', noon), entry(2, 'ben', noon + 1), entry(3, 'ben', noon + 1 + 5 * minute)])).toEqual([
    'day first',
    'first',
    'first',
  ])
})

test('midnight begins a day and a group', () => {
  const night = new Date(2026, 10, 3, 23, 59).getTime()
  expect(flags([entry(1, 'ana', night), entry(2, 'ana', night + 2 * minute)])).toEqual(['day first', 'day first'])
})

test('the divider breaks a group, and stands above the next message when its own is a thread reply', () => {
  expect(flags([entry(1, 'ana', noon), entry(2, 'ana', noon + 1), entry(4, 'ana', noon + 2)], 3)).toEqual([
    'day first',
    '',
    'new first',
  ])
})

test('a message of one’s own that is still on its way is never new', () => {
  const sending = { ...entry(Number.MAX_SAFE_INTEGER, 'ana', noon + 2), state: 'sending' as const }
  expect(flags([entry(1, 'ana', noon), sending], 2)).toEqual(['day first', ''])
})

test('a reply shows who it is by', () => {
  const reply = entry(2, 'ana', noon + 1)
  const { id, seq, sender, body } = entry(1, 'ben', noon).message
  reply.message.replyTo = { id, seq, sender, body }
  expect(flags([entry(1, 'ana', noon), reply])).toEqual(['day first', 'first'])
})
