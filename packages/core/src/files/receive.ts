import { createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Attachment } from '@parley/contract/files'
import { limits } from '@parley/contract/limits'
import { firstGraphemes } from '@parley/contract/text'
import type { Ctx } from '../context.js'
import { AppError } from '../errors.js'
import { newId } from '../ids.js'
import type { MadeImage } from './images.js'
import { findMimeType, headBytes, isImageType } from './kinds.js'
import { type FileRow, keyOf, toAttachment } from './mapper.js'
import { countUnsent, insertFile, spare } from './queries.js'

/** Refuses who has too much waiting already, before anything is read. */
export async function requireRoomForUpload(ctx: Ctx): Promise<void> {
  if ((await countUnsent(ctx.db, ctx.actor.id)) >= limits.unsentFiles)
    throw new AppError('conflict', 'Too many of your files wait for being sent.')
}

/** Takes in one file of the person, to be sent with a message. It is written to disk as it comes, never held in memory. */
export function receiveFile(ctx: Ctx, name: string, content: Readable): Promise<Attachment> {
  return ctx.files.inFolder(async (folder) => {
    const [raw, whole, thumbnail] = ['raw', 'whole', 'thumbnail'].map((part) => join(folder, part)) as Paths
    const { head, size } = await write(ctx, content, raw)
    const mimeType = await findMimeType(head)
    const image = isImageType(mimeType)
      ? await ctx.files.onPictures(async () =>
          (await import('./images.js')).remakeImage(raw, mimeType, { whole, thumbnail }),
        )
      : null
    const id = newId()
    const named = toFileName(name, image)
    const row = image
      ? await toImageRow(id, named, image, whole)
      : toPlainRow(id, named, isImageType(mimeType) ? 'application/octet-stream' : mimeType, size)
    const keys = row.has_thumbnail ? [keyOf(id), keyOf(id, 'thumbnail')] : [keyOf(id)]
    await ctx.files.keep(keyOf(id), image ? whole : raw, row.mime_type)
    if (row.has_thumbnail) await ctx.files.keep(keyOf(id, 'thumbnail'), thumbnail, 'image/webp')
    await ctx.db.transaction().execute(async (tx) => {
      await insertFile(tx, { ...row, uploader_id: ctx.actor.id })
      await spare(tx, keys)
    })
    return toAttachment(row)
  })
}

type Paths = [string, string, string]

async function write({ files }: Ctx, content: Readable, path: string): Promise<{ head: Buffer; size: number }> {
  const kept: Buffer[] = []
  let size = 0
  async function* measured(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      if (size < headBytes) kept.push(chunk.subarray(0, headBytes - size))
      size += chunk.length
      if (size > limits.fileBytes) throw tooLarge()
      await files.turn()
      yield chunk
    }
  }
  await pipeline(content, measured, createWriteStream(path))
  return { head: Buffer.concat(kept), size }
}

export const tooLarge = () =>
  new AppError('too_large', `A file has at most ${limits.fileBytes / 1024 / 1024} MiB.`, {
    details: [{ path: ['file'], message: 'is too large' }],
  })

const toPlainRow = (id: string, name: string, mimeType: string, size: number): FileRow => ({
  id,
  kind: 'file',
  name,
  mime_type: mimeType,
  size,
  width: null,
  height: null,
  placeholder: null,
  has_thumbnail: false,
})

const toImageRow = async (id: string, name: string, image: MadeImage, whole: string): Promise<FileRow> => ({
  id,
  kind: 'image',
  name,
  mime_type: image.mimeType,
  size: (await stat(whole)).size,
  width: image.width,
  height: image.height,
  placeholder: image.placeholder,
  has_thumbnail: image.hasThumbnail,
})

/** One line without a path and without what turns the direction of reading, so that `gpj.exe` cannot pose as `exe.jpg`. */
function toFileName(name: string, image: MadeImage | null): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const plain = last
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '')
    .trim()
  const extension = /\.[^.]{1,10}$/.exec(plain)?.[0] ?? ''
  const stem = plain.slice(0, plain.length - extension.length) || 'file'
  const right = image ? extensionOf(image.mimeType, extension) : extension
  return `${firstGraphemes(stem, limits.fileName - right.length)}${right}`
}

/** What the picture was made anew as, if its name says something else. */
function extensionOf(mimeType: string, given: string): string {
  const known = {
    'image/jpeg': ['.jpg', '.jpeg', '.jfif'],
    'image/png': ['.png'],
    'image/webp': ['.webp'],
    'image/gif': ['.gif'],
  }[mimeType] ?? ['']
  return known.includes(given.toLowerCase()) ? given : known[0]!
}
