import { gzipSync } from 'node:zlib'
import { fetchPage } from '@parley/core/previews/fetch-page'
import { expect, test } from 'vitest'
import { createWorld } from '@parley/testkit/world'

const latin = (text: string) => Buffer.from(text, 'latin1')
/** 日本 in Shift JIS. */
const japan = Buffer.from([0x93, 0xfa, 0x96, 0x7b])

const pages: Record<string, { type?: string; encoding?: string; body: string | Buffer }> = {
  '/all': {
    body: `<!doctype html><head><title>No</title><meta property="og:title" content="Tea &amp; biscuits">
      <meta name="description" content="No"><meta property="og:description" content="  Two
      lines "><meta property="og:site_name" content="The Kettle"></head><body><title>No</title>`,
  },
  '/title': { body: '<title>Only &#x1F375; this</title><p>' },
  '/none': { body: '<head><meta property="og:description" content="a"></head>' },
  '/blank': { body: '<title> \n </title><body>' },
  '/latin': { type: 'text/html; charset=iso-8859-1', body: latin('<title>Café</title>') },
  '/said': { body: Buffer.concat([Buffer.from('<meta charset="shift_jis"><title>'), japan, Buffer.from('</title>')]) },
  '/odd': { type: 'text/html; charset="no such"', body: '<title>Käse</title>' },
  '/gzip': { encoding: 'gzip', body: gzipSync('<title>Packed</title>') },
  '/turned': { body: '<title>a\u202Eb\u2066c\u0007d</title>' },
  '/long': { body: `<title>${'é'.repeat(5_000)}</title>` },
  // All that is of interest comes first: the rest, more than is read of any page, is not waited for.
  '/vast': { body: `<head><title>Vast</title></head>${'a'.repeat(2_000_000)}` },
  '/inert': { body: '<title><script>alert(1)</script></title>' },
}

test('a page is shown by what it says of itself', async () => {
  await using world = await createWorld((request, response) => {
    const { type = 'text/html', encoding, body = '' } = pages[request.url ?? ''] ?? {}
    response.writeHead(200, { 'content-type': type, ...(encoding && { 'content-encoding': encoding }) }).end(body)
  })
  const read = (path: string) => fetchPage(world.network(), world.url('world.test', path), 5_000)
  const title = async (path: string) => (await read(path))?.title
  expect(await read('/all')).toEqual({ title: 'Tea & biscuits', description: 'Two lines', siteName: 'The Kettle' })
  expect(await read('/title')).toEqual({ title: 'Only 🍵 this', description: null, siteName: null })
  expect([await read('/none'), await read('/blank')]).toEqual([null, null])
  expect(await title('/latin')).toBe('Café')
  expect(await title('/said')).toBe('日本')
  expect(await title('/odd')).toBe('Käse')
  expect(await title('/gzip')).toBe('Packed')
  expect(await title('/turned')).toBe('abc d')
  expect(await title('/long')).toBe('é'.repeat(200))
  expect(await title('/vast')).toBe('Vast')
  expect(await title('/inert')).toBe('<script>alert(1)</script>')
})
