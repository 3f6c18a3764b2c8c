import { describe, expect, test } from 'vitest'
import { isInFence } from '../src/features/composing/fences'
import { format, linkTo, type Format, type Replacement, type Selected } from '../src/features/composing/format'
import { shortNameAt } from '../src/features/mentions/short-name-query'

/** `[` and `]` stand around what is selected. */
function selected(marked: string): Selected {
  const [before = '', words = '', after = ''] = marked.split(/[«»]/)
  return { text: before + words + after, start: before.length, end: before.length + words.length }
}
function show({ text }: Selected, replaced: Replacement): string {
  const now = text.slice(0, replaced.from) + replaced.text + text.slice(replaced.to)
  return `${now.slice(0, replaced.start)}«${now.slice(replaced.start, replaced.end)}»${now.slice(replaced.end)}`
}
const formatted = (marked: string, what: Format) => show(selected(marked), format(selected(marked), what))

test('marks go around the selected words, and off again', () => {
  expect(formatted('a «b» c', 'bold')).toBe('a **«b»** c')
  expect(formatted('a **«b»** c', 'bold')).toBe('a «b» c')
  expect(formatted('a «b »c', 'italic')).toBe('a _«b»_ c')
  expect(formatted('«»', 'strike')).toBe('~~«»~~')
  expect(formatted('~~«»~~', 'strike')).toBe('«»')
  expect(formatted('`«b»`', 'code')).toBe('«b»')
  expect(formatted('x «a\nb»', 'code')).toBe('x \n```\n«a\nb»\n```')
  expect(formatted('see «this»', 'link')).toBe('see [this](«https://»)')
})

test('an address pasted upon words makes them a link, and nothing else does', () => {
  const pasted = (marked: string, address: string) => {
    const link = linkTo(address, selected(marked))
    return link && show(selected(marked), link)
  }
  expect(pasted('see «this» now', ' https://a.example/b ')).toBe('see [this](https://a.example/b)«» now')
  expect(pasted('«x»', 'https://a.example/(b')).toBe('[x](<https://a.example/(b>)«»')
  for (const [marked, address] of [
    ['«»', 'https://a.example'],
    ['«x»', 'javascript:alert(1)'],
    ['«x»', 'https://a.example and more'],
    ['«https://b.example»', 'https://a.example'],
    ['«a\nb»', 'https://a.example'],
  ] as const)
    expect(pasted(marked, address)).toBeNull()
})

describe('Enter', () => {
  const inFence = (marked: string) => {
    const { text, start } = selected(marked)
    return isInFence(text, start)
  }
  test('begins a line between fences, closed or not', () => {
    for (const text of ['```«»', '```ts\na«»', '~~~\na\n«»\n~~~', 'x\n````\n```\na«»', '```\n``` js\n«»'])
      expect([text, inFence(text)]).toEqual([text, true])
  })
  test('sends everywhere else', () => {
    for (const text of ['a«»', '```\na\n```«»', '```a```«»', '    ```«»', '«»\n```\na\n```'])
      expect([text, inFence(text)]).toEqual([text, false])
  })
})

test('a colon asks for an emoji where one is meant', () => {
  const ask = (text: string) => shortNameAt(text, text.length)?.query ?? null
  expect(['so :ta', '(:+1', ':a', '10:30', 'a:bc', 'std::ve', ':tada:', ':) '].map(ask)).toEqual([
    'ta',
    '+1',
    null,
    null,
    null,
    null,
    null,
    null,
  ])
})
