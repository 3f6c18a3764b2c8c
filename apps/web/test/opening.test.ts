import { expect, test } from 'vitest'
import { chooseOpening, holds, toAnchor } from '../src/features/messages/opening'
import type { Place } from '../src/features/messages/place'
import { entry } from './entry'

const read = { unread: 0, lastReadSeq: 90, lastSeq: 90 }
const unread = { unread: 5, lastReadSeq: 85, lastSeq: 90 }
const left: Place = { anchor: { at: 'row', key: 'ana:40', seq: 40, offset: -12 }, lastSeq: 90 }
const atPlace = { at: 'place', key: 'ana:40', seq: 40, offset: -12 }

test('a room opens at its first unread message, else at the end', () => {
  expect(chooseOpening({ atSeq: undefined, place: null, reloaded: false, room: unread })).toEqual({
    at: 'unread',
    seq: 86,
  })
  expect(chooseOpening({ atSeq: undefined, place: null, reloaded: false, room: read })).toEqual({ at: 'end' })
})

test('a link wins over everything', () => {
  expect(chooseOpening({ atSeq: 7, place: left, reloaded: true, room: unread })).toEqual({ at: 'seq', seq: 7 })
})

test('a reload keeps the place, whatever has come since', () => {
  const room = { unread: 8, lastReadSeq: 85, lastSeq: 93 }
  expect(chooseOpening({ atSeq: undefined, place: left, reloaded: true, room })).toEqual(atPlace)
})

test('coming back keeps the place unless there is news', () => {
  expect(chooseOpening({ atSeq: undefined, place: left, reloaded: false, room: read })).toEqual(atPlace)
  const news = { unread: 3, lastReadSeq: 90, lastSeq: 93 }
  expect(chooseOpening({ atSeq: undefined, place: left, reloaded: false, room: news })).toEqual({
    at: 'unread',
    seq: 91,
  })
})

test('who left at the end comes back to the end', () => {
  const place: Place = { anchor: { at: 'end' }, lastSeq: 80 }
  expect(chooseOpening({ atSeq: undefined, place, reloaded: true, room: read })).toEqual({ at: 'end' })
})

test('a message is there when the pages around it are', () => {
  const entries = [entry(10, 'ana'), entry(12, 'ana'), entry(20, 'ana')]
  expect(holds({ entries, hasOlder: true, hasNewer: true }, 11)).toBe(true)
  expect(holds({ entries, hasOlder: true, hasNewer: true }, 9)).toBe(false)
  expect(holds({ entries, hasOlder: false, hasNewer: true }, 9)).toBe(true)
  expect(holds({ entries, hasOlder: true, hasNewer: true }, 21)).toBe(false)
})

test('the place is found by its message, or by its number after the message is gone', () => {
  const entries = [entry(39, 'ana'), entry(40, 'ana'), entry(41, 'ben')]
  const opening = { at: 'place', key: 'ana:40', seq: 40, offset: -12 } as const
  expect(toAnchor(opening, entries)).toEqual({ at: 'row', key: 'ana:40', seq: 40, offset: -12 })
  expect(toAnchor(opening, [entries[0]!, entries[2]!])).toEqual({ at: 'row', key: 'ben:41', seq: 41, offset: -12 })
  expect(toAnchor(opening, [])).toEqual({ at: 'end' })
})
