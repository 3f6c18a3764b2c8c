import { findMentionWords } from '@parley/core/messages/mention-words'
import { expect, test } from 'vitest'

const namesIn = (body: string) => findMentionWords(body).names

test.each([
  ['@bob look', [['bob']]],
  ['hello @Bob and @carol', [['bob'], ['carol']]],
  ['one, two (@bob)', [['bob']]],
  ['**@bob**, *@carol*', [['bob'], ['carol']]],
  ['@_bob_ is called so', [['_bob_']]],
  ['> @bob said', [['bob']]],
  ['| a |\n|---|\n| @bob |', [['bob']]],
  ['你好@bob，早上好', [['bob']]],
  ['привет@bob', [['bob']]],
  ['مرحبا @bob!', [['bob']]],
  ['@bob @bob', [['bob']]],
])('%j calls', (body, names) => expect(namesIn(body)).toEqual(names))

test.each([
  '`@bob`',
  '```\n@bob\n```',
  '    @bob, indented',
  'mail bob@example.com',
  'https://example.com/@bob',
  '[@bob](https://example.com)',
  '<b title="@bob">',
  '\\@bob',
  '@ bob',
  '@bo',
  'no at all',
])('%j calls nobody', (body) => expect(namesIn(body)).toEqual([]))

test('a full stop at the end may be of the name or of the sentence', () => {
  expect(namesIn('ask @mei.lin.')).toEqual([['mei.lin.', 'mei.lin']])
})

test('@here and @room are no names', () => {
  expect(findMentionWords('@here @bob')).toEqual({ names: [['bob']], here: true, room: false })
  expect(findMentionWords('lunch, @room.')).toMatchObject({ here: false, room: true })
})
