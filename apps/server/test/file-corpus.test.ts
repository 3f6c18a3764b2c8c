import { deflateSync } from 'node:zlib'
import { testApp } from '@parley/testkit/test-app'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { bearer, findLink, picture, tryUpload, upload } from './uploading.js'

/** A PNG whose head says that it is as large as told, and whose body is a few bytes. */
function bomb(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 6, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.alloc(1_000))), chunk('IEND')])
}

function chunk(type: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([size, body, check])
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}

test('what files call themselves counts for nothing: a picture is made anew, all else is bytes to be saved', async () => {
  await using app = await testApp()
  const alice = await app.person('alice')
  const token = alice.session.accessToken
  const fetched = async (url: string) => {
    const answer = await fetch(String(await findLink(app, token, url)))
    return { answer, bytes: Buffer.from(await answer.arrayBuffer()) }
  }
  const jpeg = await picture().jpeg().toBuffer()
  const script = '<script>alert(document.cookie)</script>'
  const zip = Buffer.concat([
    Buffer.from('504b03040a000000000000000000', 'hex'),
    Buffer.alloc(60),
    Buffer.from('hidden.exe'),
  ])

  // A page or an archive behind a picture is not in what was made of it.
  for (const behind of [Buffer.from(`<html>${script}`), zip]) {
    const polyglot = await upload(app, alice, Buffer.concat([jpeg, behind]), 'photo.jpg')
    const { answer, bytes } = await fetched(polyglot.url)
    expect(polyglot.kind).toBe('image')
    expect(answer.headers.get('content-disposition')).toMatch(/^inline/)
    expect(bytes.includes(behind)).toBe(false)
  }

  // Neither is where it was taken; it stands as the camera was held.
  const exif = { IFD0: { Copyright: 'Secret Person' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } }
  const taken = await picture(60, 20).withExif(exif).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  expect((await sharp(taken).metadata()).orientation).toBe(6)
  const told = await picture(60, 20).withExif(exif).jpeg().toBuffer()
  expect(told.includes('Secret Person')).toBe(true)
  const turned = await upload(app, alice, taken, 'holiday.JPG')
  expect(turned).toMatchObject({ name: 'holiday.JPG', width: 20, height: 60 })
  for (const sent of [turned, await upload(app, alice, told)]) {
    const { bytes } = await fetched(sent.url)
    const known = await sharp(bytes).metadata()
    expect([known.exif, known.xmp, known.iptc, known.orientation]).toEqual([undefined, undefined, undefined, undefined])
    expect(bytes.includes('Secret Person')).toBe(false)
  }

  const svg = `<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`
  const files = {
    'drawing.svg': svg,
    'declared.svg': `<?xml version="1.0"?>${svg}`,
    'page.png': `<!doctype html>${script}`,
    'archive.png': zip,
    'program.jpg': Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]),
    'broken.png': (await picture().png().toBuffer()).subarray(0, 60),
    'empty.png': '',
  }
  for (const [name, content] of Object.entries(files)) {
    const sent = await upload(app, alice, content, name)
    expect(sent).toMatchObject({ kind: 'file', name, width: null, thumbnailUrl: null, placeholder: null })
    const { headers } = (await fetched(sent.url)).answer
    expect(headers.get('content-type')).toMatch(/^(application\/(octet-stream|zip)|text\/plain; charset=utf-8)$/)
    expect(headers.get('content-disposition')).toMatch(/^attachment/)
    expect(headers.get('content-security-policy')).toContain('sandbox')
  }

  // Pictures keep their kind, and are called by it.
  const webp = await upload(app, alice, await picture().webp().toBuffer(), 'really.png')
  expect(webp).toMatchObject({ kind: 'image', mimeType: 'image/webp', name: 'really.webp' })
  const frames = await sharp([await picture().png().toBuffer(), await picture().negate().png().toBuffer()], {
    join: { animated: true },
  })
    .gif()
    .toBuffer()
  const gif = await upload(app, alice, frames, 'dance.gif')
  expect(gif).toMatchObject({ mimeType: 'image/gif', width: 40, height: 30 })
  expect((await sharp((await fetched(gif.url)).bytes, { animated: true }).metadata()).pages).toBe(2)

  // Pixels are counted before they are read.
  for (const [width, height] of [
    [60_000, 60_000],
    [8_000, 7_000],
  ] as const) {
    const refused = await tryUpload(app.url, bearer(token), bomb(width, height), 'small.png')
    expect(refused).toMatchObject({ status: 413, body: { appCode: 'too_large' } })
  }

  const named = await upload(app, alice, 'x', '../../etc/pass\u202Egpj.exe')
  expect(named.name).toBe('passgpj.exe')
})
