import { expect, test } from 'vitest'
import { completeMention, mentionAt } from '../src/features/mentions/mention-query'
import { callsOf, callsYou, splitMentions } from '../src/features/mentions/mention-runs'
import { entry } from './entry'

const ask = (text: string) => mentionAt(text, text.length)?.query ?? null
const person = (name: string) => ({ id: name, username: name, displayName: name, avatarUrl: null })
const said = (body: string, mentions: string[], audience: 'here' | 'room' | null = null) => ({
  ...entry(1, 'cy', 1, body).message,
  mentions,
  audience,
})

test('an @ asks for a name wherever the server would see a mention, and nowhere else', () => {
  expect(ask('@')).toBe('')
  expect(ask('Ask @be')).toBe('be')
  expect(ask('(@Jürg')).toBe('Jürg')
  expect(ask('mail ana@ex')).toBeNull()
  expect(ask('\\@be')).toBeNull()
  expect(ask('Ask @ben now')).toBeNull()
  expect(mentionAt('Ask @ben now', 7)).toEqual({ start: 4, query: 'be' })
})

test('a name takes the place of what was typed of it, with one space after it', () => {
  expect(completeMention('Ask @be', { start: 4, query: 'be' }, 'ben')).toEqual({ text: 'Ask @ben ', caret: 9 })
  expect(completeMention('Ask @be now', { start: 4, query: 'be' }, 'ben')).toEqual({ text: 'Ask @ben now', caret: 9 })
})

test('only names that call somebody are marked, and one’s own apart from others', () => {
  const message = said('@ana and @Ben. but not @nobody', ['ana', 'ben'])
  const calls = callsOf(message, { self: person('ana'), find: person })
  expect(splitMentions(message.body, calls)).toEqual([
    { text: '@ana', calls: 'you' },
    { text: ' and ' },
    { text: '@Ben', calls: 'other' },
    { text: '. but not @nobody' },
  ])
})

test('a name of somebody who was not met yet is marked too', () => {
  const message = said('@dora', ['id of dora'])
  expect(splitMentions(message.body, callsOf(message, { self: person('ana'), find: () => undefined }))).toEqual([
    { text: '@dora', calls: 'other' },
  ])
})

test('who is named, or in a room that is called, is called; not by themselves, and not by what is deleted', () => {
  expect(callsYou(said('@ana', ['ana']), 'ana')).toBe(true)
  expect(callsYou(said('@room', [], 'room'), 'ana')).toBe(true)
  expect(callsYou(said('@ana', ['ana']), 'ben')).toBe(false)
  expect(callsYou(said('@cy', ['cy']), 'cy')).toBe(false)
  expect(callsYou({ ...said('', ['ana']), deletedAt: new Date() }, 'ana')).toBe(false)
})
