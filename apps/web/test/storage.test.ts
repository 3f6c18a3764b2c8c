import { expect, test } from 'vitest'
import { findDraft, saveDraft } from '../src/features/messages/drafts'
import { findPlace, savePlace } from '../src/features/messages/place'

function memory() {
  const items = new Map<string, string>()
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  }
}
const forbidden = {
  getItem: () => {
    throw new DOMException('denied', 'SecurityError')
  },
  setItem: () => {
    throw new DOMException('full', 'QuotaExceededError')
  },
  removeItem: () => {},
}

test('a draft is one person’s in one room, and blanks forget it', () => {
  const store = memory()
  saveDraft('ana', 'room', 'half a thought', store)
  expect(findDraft('ana', 'room', store)).toBe('half a thought')
  expect(findDraft('ben', 'room', store)).toBe('')
  saveDraft('ana', 'room', ' \n', store)
  expect(findDraft('ana', 'room', store)).toBe('')
})

test('a place survives, and what is not one is ignored', () => {
  const store = memory()
  const place = { anchor: { at: 'row', key: 'k', seq: 4, offset: -8 }, lastSeq: 9 } as const
  savePlace('room', place, store)
  expect(findPlace('room', store)).toEqual(place)
  store.setItem('parley.place.other', '{"anchor":5}')
  expect(findPlace('other', store)).toBeNull()
})

test('a storage that refuses costs nothing but the memory', () => {
  saveDraft('ana', 'room', 'text', forbidden)
  savePlace('room', { anchor: { at: 'end' }, lastSeq: 1 }, forbidden)
  expect(findDraft('ana', 'room', forbidden)).toBe('')
  expect(findPlace('room', forbidden)).toBeNull()
})
