import { describe, expect, test } from 'vitest'
import { announcementOf } from '../src/features/messages/announcements'
import { charactersLeft } from '../src/features/messages/length'
import { typingText } from '../src/features/typing/typing-text'
import { entry } from './entry'

describe('length', () => {
  test('is not worth a word until near the limit', () => {
    expect(charactersLeft('x'.repeat(3_799))).toBeNull()
    expect(charactersLeft('x'.repeat(3_800))).toBe(200)
    expect(charactersLeft('x'.repeat(4_003))).toBe(-3)
  })
  test('counts what a reader would call characters', () => {
    expect(charactersLeft('👨‍👩‍👧'.repeat(600))).toBeNull()
    expect(charactersLeft('é'.normalize('NFD').repeat(3_900))).toBe(100)
  })
  test('says so when the bytes run out first', () => {
    expect(charactersLeft('👨‍👩‍👧'.repeat(920))).toBeLessThan(0)
  })
})

test('the typing line names one or two', () => {
  const users = ['Ana', 'Ben', 'Cy'].map((displayName) => ({
    id: displayName,
    username: displayName,
    displayName,
    avatarUrl: null,
  }))
  expect([0, 1, 2, 3].map((count) => typingText(users.slice(0, count)))).toEqual([
    '',
    'Ana is typing',
    'Ana and Ben are typing',
    'Several people are typing',
  ])
})

test('a few messages are read out, many are summed up', () => {
  const said = (count: number) =>
    announcementOf(Array.from({ length: count }, (_, i) => entry(i, i % 2 ? 'ben' : 'ana').message))
  expect(said(2)).toBe('ana: message 0. ben: message 1')
  expect(said(5)).toBe('5 new messages from ana and ben')
})
