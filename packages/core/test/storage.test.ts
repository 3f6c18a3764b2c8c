import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { systemClock } from '@parley/core/clock'
import { readLink } from '@parley/core/storage/disk'
import { createStorage, type S3Config, type Storage } from '@parley/core/storage/storage'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

// One contract, two places. The bucket's server does not check signatures, so that of its addresses is not tried here.

const secret = Buffer.from('secret')
const handing = { name: 'naïve "plan".pdf', mimeType: 'application/pdf', inline: false }
let folder: string
let bucket: S3rver
let s3: S3Config

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-storage-'))
  bucket = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: join(folder, 's3') })
  const { port } = await bucket.run()
  const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }
  s3 = { bucket: 'parley', region: 'us-east-1', endpoint: `http://127.0.0.1:${port}`, ...credentials }
  const client = new S3Client({ region: s3.region, endpoint: s3.endpoint!, forcePathStyle: true, credentials })
  await client.send(new CreateBucketCommand({ Bucket: s3.bucket }))
  client.destroy()
})

afterAll(async () => {
  await bucket.close()
  await rm(folder, { recursive: true })
})

const open = (kind: string) =>
  createStorage({ folder: join(folder, 'disk'), s3: kind === 'a bucket' ? s3 : null }, secret, systemClock)

async function put(storage: Storage, key: string, content: string): Promise<void> {
  const path = join(folder, `incoming-${key}`)
  await writeFile(path, content)
  await storage.put(key, path, 'text/plain')
}

describe.each(['the disk', 'a bucket'])('%s', (kind) => {
  test('gives back what was put there, and nothing of what was removed', async () => {
    const storage = open(kind)
    await put(storage, 'one', 'first')
    await put(storage, 'two', 'second')
    expect(await text((await storage.read('one'))!)).toBe('first')
    await storage.remove(['one', 'never-there'])
    expect(await storage.read('one')).toBeNull()
    await storage.remove(['one'])
    await storage.remove([])
    expect(await text((await storage.read('two'))!)).toBe('second')
    storage.close()
  })
})

test('an address of the disk names the file as it is to be saved, is the same for a while, and cannot be changed', async () => {
  const storage = open('the disk')
  const link = await storage.link('three', handing)
  expect(await storage.link('three', handing)).toBe(link)
  const { pathname, searchParams } = new URL(link, 'http://localhost')
  const read = (key: string, search: URLSearchParams, at = Date.now()) => readLink(secret, key, search, at)
  expect(pathname).toBe('/blobs/three')
  expect(read('three', searchParams)).toMatchObject(handing)
  expect(read('two', searchParams)).toBeNull()
  expect(read('three', searchParams, Date.now() + 301_000)).toBeNull()
  searchParams.set('inline', '1')
  expect(read('three', searchParams)).toBeNull()
  storage.close()
})

test('an address of a bucket makes it hand out the file as it is to be saved, for five minutes', async () => {
  const storage = open('a bucket')
  await put(storage, 'three', 'third')
  const link = await storage.link('three', handing)
  const answer = await fetch(link, { headers: { range: 'bytes=1-2' } })
  expect([answer.status, await answer.text()]).toEqual([206, 'hi'])
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  const disposition = `attachment; filename="na_ve _plan_.pdf"; filename*=UTF-8''na%C3%AFve%20%22plan%22.pdf`
  expect(answer.headers.get('content-disposition')).toBe(disposition)
  expect(link.startsWith(`${storage.origin}/`)).toBe(true)
  expect(Number(new URL(link).searchParams.get('X-Amz-Expires'))).toBe(300)
  storage.close()
})
