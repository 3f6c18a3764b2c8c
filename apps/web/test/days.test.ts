import { expect, test } from 'vitest'
import { dayLabel, shortStamp, untilMidnight } from '../src/features/messages/days'

const now = new Date(2026, 10, 3, 0, 5)

test('days are called as people call them', () => {
  expect(dayLabel(new Date(2026, 10, 3, 0, 1), now)).toBe('Today')
  expect(dayLabel(new Date(2026, 10, 2, 23, 59), now)).toBe('Yesterday')
  expect(dayLabel(new Date(2026, 10, 1), now)).toBe('Sun 1 Nov')
  expect(dayLabel(new Date(2025, 10, 3), now)).toBe('Mon 3 Nov 2025')
})

test('the last day of a year is yesterday on the first of the next', () => {
  expect(dayLabel(new Date(2025, 11, 31), new Date(2026, 0, 1))).toBe('Yesterday')
})

test('a day ends at midnight', () => {
  expect(untilMidnight(new Date(2026, 10, 3, 23, 59))).toBe(60_000)
})

test('the stamp in the margin leaves out the half of the day', () => {
  expect(shortStamp(now)).toMatch(/^\d{1,2}[:.]05$/)
})
