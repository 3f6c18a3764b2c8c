import { expect, test } from 'vitest'
import { findMissed, liveAfter, newestSeq } from '../src/features/messages/live'
import { entry } from './entry'

const end = (seq: number) => ({ seq, atEnd: true })
const page = (seq: number) => ({ seq, atEnd: false })

test('what is said at the end of a room is live', () => {
  expect(liveAfter(end(10), end(12))).toBe(10)
  expect(liveAfter(end(0), end(1))).toBe(0)
})

test('history is not live: on arrival, further up, on the way back, nor on the last page', () => {
  expect(liveAfter(null, end(10))).toBe(10)
  expect(liveAfter(end(90), page(40))).toBe(40)
  expect(liveAfter(page(40), page(60))).toBe(60)
  expect(liveAfter(page(60), end(90))).toBe(90)
})

test('what is on its way is not the newest yet', () => {
  const sending = { ...entry(Number.MAX_SAFE_INTEGER, 'ana'), state: 'sending' as const }
  expect(newestSeq([entry(1, 'ben'), entry(3, 'ben'), sending])).toBe(3)
  expect(newestSeq([sending])).toBe(0)
})

test('the first that was missed is somebody else’s, though one’s own came with it', () => {
  const entries = [entry(1, 'ben'), entry(2, 'ana'), entry(3, 'ben'), entry(4, 'ben'), entry(5, 'ana')]
  expect(findMissed(entries, 1, 'ana')).toBe(3)
  expect(findMissed(entries, 4, 'ana')).toBeNull()
})
