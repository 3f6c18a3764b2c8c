import { Emoji } from '@parley/contract/messages'
import { expect, test } from 'vitest'
import { emojiGroups, quickReactions, searchEmoji } from '../src/features/messages/emoji'
import { moveInGroups } from '../src/features/messages/emoji-grid'

test('every emoji on offer is one that the server accepts, and is there once in its group', () => {
  for (const { emoji } of emojiGroups) {
    expect(new Set(emoji.map(({ char }) => char)).size).toBe(emoji.length)
    for (const { char, name } of emoji)
      expect([char, Emoji.safeParse(char).success, name !== '']).toEqual([char, true, true])
  }
  for (const char of quickReactions) expect(Emoji.safeParse(char).success).toBe(true)
})

test('emoji are found by the beginnings of their words', () => {
  expect(searchEmoji('thumb').map(({ char }) => char)).toEqual(['👍', '👎'])
  expect(searchEmoji('mind bl').map(({ char }) => char)).toEqual(['🤯'])
  expect(searchEmoji('qqq')).toEqual([])
})

test('arrows cross from group to group in their column', () => {
  const counts = [10, 12]
  const move = (from: number, key: string) => moveInGroups(counts, from, 8, key)
  expect(move(1, 'ArrowDown')).toBe(9)
  expect(move(5, 'ArrowDown')).toBe(9)
  expect(move(9, 'ArrowDown')).toBe(11)
  expect(move(11, 'ArrowUp')).toBe(9)
  expect(move(15, 'ArrowUp')).toBe(9)
  expect(move(0, 'ArrowLeft')).toBe(0)
  expect(move(9, 'ArrowRight')).toBe(10)
  expect(move(21, 'ArrowDown')).toBe(21)
})
