import { expect, test } from 'vitest'
import { askedOf, complete, findUnfinished, toggleFilter, toPieces } from '../src/features/search/search-query'

test('an operator is not asked for before it has a value', () => {
  const asked: Record<string, string> = {
    'plan from:': 'plan ',
    'plan from:ali': 'plan ',
    'plan from:alice ': 'plan from:alice ',
    'plan from:me': 'plan from:me',
    'plan -from:ali': 'plan ',
    'in:"Release pl': '',
    'in:"Release planning"': 'in:"Release planning"',
    'has:li': '',
    'has:link': 'has:link',
    'before:2026-1': '',
    'before:2026-11': 'before:2026-11',
    'note:x': 'note:x',
  }
  expect(Object.fromEntries(Object.keys(asked).map((text) => [text, askedOf(text)]))).toEqual(asked)
})

test('a value is completed, in quotes where it has blanks, and a filter is pressed and let go', () => {
  const text = 'plan -in:rel'
  expect(complete(text, findUnfinished(text)!, 'Release planning')).toBe('plan -in:"Release planning" ')
  expect(toggleFilter('plan', 'from:me')).toBe('from:me plan')
  expect(toggleFilter('from:me plan ', 'from:me')).toBe('plan ')
  expect(toggleFilter(toggleFilter('', 'has:file'), 'has:file')).toBe('')
})

test('an excerpt comes apart at what was found', () => {
  expect(toPieces('a new server', [[2, 5]])).toEqual([
    { text: 'a ', found: false },
    { text: 'new', found: true },
    { text: ' server', found: false },
  ])
})
