import { findLink, parseBody, toPlainText, type Nodes } from '@parley/contract/markdown'
import { limits } from '@parley/contract/limits'
import { expect, test } from 'vitest'

const plain = (body: string) => toPlainText(parseBody(body))
const depthOf = (node: Nodes): number =>
  1 + ('children' in node ? Math.max(0, ...node.children.map((child: Nodes) => depthOf(child))) : 0)

test.each([
  ['**one** _two_ ~~three~~ `four` [five](https://a.example)', 'one two three four five'],
  ['# Title\n\ntext\nand more', 'Title\ntext\nand more'],
  ['- one\n- [x] two\n\n> three', 'one\ntwo\nthree'],
  ['| a | b |\n|---|---|\n| **c** | d |', 'a b\nc d'],
  ['```ts\nconst a = 1\n```', 'const a = 1'],
  ['![a cat](https://a.example/cat.png)', 'a cat'],
  ['<b>bold</b>', '<b>bold</b>'],
  ['one\\\ntwo', 'one\ntwo'],
  // Nothing that somebody wrote vanishes.
  ['[note]: https://a.example', '[note]: https://a.example'],
  ['[^1]: said below', '[^1]: said below'],
  ['one\n---', 'one'],
])('%j says %j', (body, said) => {
  expect(plain(body)).toBe(said)
})

test.each([
  ['see https://a.example/b, please', 'https://a.example/b'],
  ['(https://a.example/x_(y))', 'https://a.example/x_(y)'],
  ['www.a.example', 'http://www.a.example/'],
  ['- > **[here](HTTPS://A.example)**', 'https://a.example/'],
  ['`https://a.example` and https://b.example', 'https://b.example/'],
  ['```\nhttps://a.example\n```', null],
  ['mail a@b.example, [x](javascript:alert(1)), [y](data:text/html,https://a.example)', null],
  ['![https://a.example](https://a.example/x.png)', null],
  ['http://', null],
  ['nothing', null],
])('%j links to %j', (body, link) => {
  expect(findLink(body)).toBe(link)
})

test('no body, however tangled, is nested deeply or takes long', () => {
  const tangles = [
    '[',
    '![',
    '*',
    '**a ',
    '*a_',
    '**a*',
    '~~a',
    '> ',
    '>',
    '- ',
    '1. ',
    '1) ',
    '-\n',
    '> - ',
    '``a`',
    '<',
    '[[a](b)',
  ]
  const dense = [
    '[a](',
    'a|',
    '|-',
    '>\n> -',
    '- a\n ',
    '|a|\n|-|\n',
    'a@a.',
    'http://a.b(',
    '&amp;',
    '\\',
    '[x][',
    '`a``b```c',
  ]
  const towers = ['*'.repeat(2_000) + 'a', '['.repeat(2_000) + 'a', '*a '.repeat(300) + 'a*'.repeat(300)]
  const bodies = [...tangles, ...dense].map((piece) => piece.repeat(limits.bodyGraphemes / piece.length))
  for (const body of [...bodies, ...towers, '[\u0301\u0301'.repeat(3_276)]) {
    const from = performance.now()
    const depth = depthOf(parseBody(body))
    // Many times what the worst takes: here to notice squares and worse.
    expect([body.slice(0, 12), performance.now() - from < 2_000, depth < 700]).toEqual([body.slice(0, 12), true, true])
  }
}, 60_000)

test('a tangle is text as it was written; what people write is not taken for one', () => {
  const text = (body: string) => parseBody(body).children.length === 1 && plain(body) === body
  expect([text('>'.repeat(20)), text('*a_'.repeat(400)), text('- a\n'.repeat(400))]).toEqual([true, true, true])
  const code = `\`\`\`\n${'a[*b] = c_d\n'.repeat(200)}\`\`\``
  expect(parseBody(code).children).toMatchObject([{ type: 'code' }])
  expect(parseBody('> '.repeat(8) + 'a')).toMatchObject({ children: [{ type: 'blockquote' }] })
  expect(parseBody('- **a** [b](https://a.example)\n'.repeat(60))).toMatchObject({ children: [{ type: 'list' }] })
})
