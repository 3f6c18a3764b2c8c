import { createHmac, timingSafeEqual } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Clock } from '../clock.js'
import type { Handing, Storage } from './storage.js'
import { linkWindow } from './window.js'

/** Where the server hands out what a signed address names. */
export const blobPath = '/blobs/'

/** A folder for each of 256 endings of ids: file systems dislike very many files in one. */
const placeOf = (key: string) => join('kept', key.replace(/-thumbnail$/, '').slice(-2), key)

/** Files in a folder of this machine, which uploads are written to as well, so that keeping one is renaming it. */
export function createDiskStorage(folder: string, secret: Buffer, clock: Clock): Storage {
  return {
    async put(key, path) {
      const place = join(folder, placeOf(key))
      await mkdir(dirname(place), { recursive: true })
      await sync(path)
      await rename(path, place)
    },
    async read(key) {
      const file = await open(join(folder, placeOf(key))).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null
        throw error
      })
      return file && file.createReadStream()
    },
    async remove(keys) {
      for (const key of keys) await rm(join(folder, placeOf(key)), { force: true })
    },
    async link(key, { name, mimeType, inline }) {
      const search = new URLSearchParams({ until: String(linkWindow(clock.now()).until), mimeType, name })
      if (inline) search.set('inline', '1')
      search.set('signature', sign(secret, key, search))
      return `${blobPath}${key}?${search.toString()}`
    },
    origin: null,
    close: () => {},
  }
}

/** What a signed address of this server names, or `null` where it was changed or is over. */
export function readLink(
  secret: Buffer,
  key: string,
  search: URLSearchParams,
  now: number,
): ({ place: string; until: number } & Handing) | null {
  const signed = new URLSearchParams(search)
  signed.delete('signature')
  const given = Buffer.from(search.get('signature') ?? '')
  const right = Buffer.from(sign(secret, key, signed))
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null
  const until = Number(signed.get('until'))
  if (!(until > now)) return null
  const [name, mimeType] = [signed.get('name') ?? '', signed.get('mimeType') ?? '']
  return { place: placeOf(key), until, name, mimeType, inline: signed.has('inline') }
}

const sign = (secret: Buffer, key: string, search: URLSearchParams) =>
  createHmac('sha256', secret).update(`${key}?${search.toString()}`).digest('base64url')

/** What was acknowledged is there after a power cut. */
async function sync(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.datasync()
  } finally {
    await file.close()
  }
}
