import { parseBody } from '@parley/contract/markdown'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { toElements } from '../src/features/body/blocks'
import { isOnlyEmoji } from '../src/features/body/only-emoji'
import { plainSaying } from '../src/features/body/parsed'
import { loadShortNames, searchShortNames, withEmoji } from '../src/features/body/short-names'

const same = (text: string) => text
const html = (body: string) =>
  renderToStaticMarkup(
    <>
      {toElements(parseBody(body).children, {
        text: (text, inLink) => (inLink ? text : text.replace('@ana', '<ANA>')),
        plain: same,
      })}
    </>,
  )

test.each([
  ['**a** *b* ~~c~~ `d`', '<p dir="auto"><strong>a</strong> <em>b</em> <del>c</del> <code>d</code></p>'],
  ['a\nb', '<p dir="auto">a\nb</p>'],
  ['<img src=x onerror=alert(1)>', '<p dir="auto">&lt;img src=x onerror=alert(1)&gt;</p>'],
  ['a <b onclick="x">b</b>', '<p dir="auto">a &lt;b onclick=&quot;x&quot;&gt;b&lt;/b&gt;</p>'],
  ['[a](javascript:alert(1))', '<p dir="auto">a</p>'],
  ['[a](/etc)', '<p dir="auto">a</p>'],
  ['<javascript:alert(1)>', '<p dir="auto">javascript:alert(1)</p>'],
  ['3. a\n4. b', '<ol start="3"><li dir="auto">a</li><li dir="auto">b</li></ol>'],
  ['> @ana', '<blockquote><p dir="auto">&lt;ANA&gt;</p></blockquote>'],
  ['- **@ana**', '<ul><li dir="auto"><strong>&lt;ANA&gt;</strong></li></ul>'],
  ['`@ana`', '<p dir="auto"><code>@ana</code></p>'],
  ['# a', '<h4 dir="auto">a</h4>'],
])('%j is shown as %j', (body, shown) => {
  expect(html(body)).toBe(shown)
})

test('a link leads out without telling from where, and a picture of elsewhere is only a link', () => {
  const link = (href: string, text: string) =>
    `<p dir="auto"><a href="${href}" title="${href}" target="_blank" rel="noopener noreferrer nofollow">${text}</a></p>`
  expect(html('[@ana **b**](https://a.example "t")')).toBe(link('https://a.example/', '@ana <strong>b</strong>'))
  expect(html('![cat](https://a.example/c.png)')).toBe(link('https://a.example/c.png', 'cat'))
  expect(html('ana@a.example')).toBe(link('mailto:ana@a.example', 'ana@a.example'))
})

test('what is nested without end is shown as text', () => {
  expect(html(`${'*a **'.repeat(150)}b${'** c*'.repeat(150)}`).length).toBeLessThan(10_000)
})

test('short names are emoji, and a few of them alone are large', async () => {
  await loadShortNames()
  const names = new Map([['tada', '🎉']])
  expect(withEmoji('done :tada: at 10:30:15 :nothing:', names)).toBe('done 🎉 at 10:30:15 :nothing:')
  expect(plainSaying({ body: '**done** :tada:', attachments: [] })).toBe('done 🎉')
  expect(plainSaying({ body: '', attachments: [{ name: 'a_b_.txt' }] })).toBe('a_b_.txt')
  expect(
    searchShortNames(
      new Map([
        ['tada', '🎉'],
        ['stadium', '🏟️'],
      ]),
      'tad',
      5,
    ).map(({ char }) => char),
  ).toEqual(['🎉', '🏟️'])
  const large = (body: string) => isOnlyEmoji(parseBody(body).children, (text) => withEmoji(text, names))
  expect(['🎉', ':tada: 👩‍💻 🇩🇪', '👍🏽', '1️⃣'].map(large)).toEqual([true, true, true, true])
  expect(['', '12', 'a 🎉', '`🎉`', '🎉'.repeat(13), '🎉\n\n🎉'].map(large)).toEqual(Array(6).fill(false))
})
