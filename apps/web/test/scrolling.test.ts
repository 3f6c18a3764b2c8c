import { describe, expect, test } from 'vitest'
import { anchorOf, findAnchor, followScroll } from '../src/features/messages/anchor'
import { covers, rangeAround, rowAt, toOffsets } from '../src/features/messages/windowing'
import { entry } from './entry'

const offsets = toOffsets(100, () => 50)

describe('the window', () => {
  test('holds the rows in view and a margin either side', () => {
    expect(rangeAround(offsets, 1_000, 500, 100)).toEqual({ from: 18, to: 33 })
  })
  test('ends where the list ends', () => {
    expect(rangeAround(offsets, -300, 500, 100)).toEqual({ from: 0, to: 7 })
    expect(rangeAround(offsets, 4_900, 500, 100)).toEqual({ from: 96, to: 100 })
    expect(
      rangeAround(
        toOffsets(0, () => 50),
        0,
        500,
        100,
      ),
    ).toEqual({ from: 0, to: 0 })
  })
  test('is replaced only when the slack is used up', () => {
    const range = rangeAround(offsets, 1_000, 500, 300)
    expect(covers(range, offsets, 1_150, 500, 100)).toBe(true)
    expect(covers(range, offsets, 1_300, 500, 100)).toBe(false)
  })
  test('finds the row at a height among uneven ones', () => {
    const uneven = toOffsets(3, (index) => [10, 200, 30][index]!)
    expect([0, 9, 10, 209, 210, 999].map((y) => rowAt(uneven, y))).toEqual([0, 0, 1, 1, 2, 2])
  })
})

describe('the anchor', () => {
  const placed = [
    { key: 'a', seq: 1, top: -80, bottom: -20 },
    { key: 'b', seq: 2, top: -20, bottom: 40 },
    { key: 'c', seq: 3, top: 40, bottom: 100 },
  ]
  test('is the first row in view, also where only its end is', () => {
    expect(anchorOf(placed, 500, true)).toEqual({ at: 'row', key: 'b', seq: 2, offset: -20 })
  })
  test('is the end within a few pixels of it, where that is the end of the room', () => {
    expect(anchorOf(placed, 3, true)).toEqual({ at: 'end' })
    expect(anchorOf(placed, 3, false)).toMatchObject({ at: 'row' })
  })
  test('goes with a scroll that has not been told of yet', () => {
    const row = { at: 'row', key: 'b', seq: 2, offset: -20 } as const
    expect(followScroll(row, 40, placed)).toEqual({ ...row, offset: -60 })
    expect(followScroll({ at: 'end' }, -40, placed)).toEqual(row)
  })
  test('finds the nearest message when its own is gone', () => {
    const rows = [entry(3, 'ana'), entry(5, 'ana'), entry(9, 'ana')].map((item) => ({ key: item.key, entry: item }))
    expect(findAnchor(rows, { key: 'ana:5', seq: 5 })).toBe(1)
    expect(findAnchor(rows, { key: 'gone', seq: 6 })).toBe(2)
    expect(findAnchor(rows, { key: 'gone', seq: 10 })).toBe(2)
  })
})
