import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Me, SetAvatar } from '@parley/contract/users'
import { requireScope } from '../auth/access.js'
import type { Ctx } from '../context.js'
import { AppError } from '../errors.js'
import { dropUpload, keepOnlyIf, requireUpload } from '../files/access.js'
import { keyOf } from '../files/mapper.js'
import { newId } from '../ids.js'
import { toMe } from '../users/mapper.js'
import { tellUser } from '../users/service.js'
import { updateAvatar } from './queries.js'

const keyOfAvatar = (id: string) => `avatar-${id}`

/** Shows oneself by a picture that one has uploaded, which is used up by it, or by none. Who shares a room hears of it. */
export async function setAvatar(ctx: Ctx, { attachmentId }: SetAvatar): Promise<Me> {
  const avatarId = attachmentId === null ? null : await makeFrom(ctx, attachmentId)
  const row = await ctx.db.transaction().execute(async (tx) => {
    if (avatarId !== null) await keepOnlyIf(tx, [keyOfAvatar(avatarId)])
    if (attachmentId !== null) await dropUpload(tx, attachmentId)
    return updateAvatar(tx, ctx.actor.id, avatarId)
  })
  ctx.files.sweep()
  await tellUser(ctx, row)
  return toMe(row)
}

async function makeFrom(ctx: Ctx, attachmentId: string): Promise<string> {
  const file = await requireUpload(ctx.db, attachmentId, ctx.actor.id)
  const content = file.kind === 'image' ? await ctx.files.storage.read(keyOf(file.id)) : null
  if (!content) throw notAPicture()
  const { makeAvatar } = await import('../files/images.js')
  const picture = await ctx.files.onPictures(async () => makeAvatar(await buffer(content)))
  const id = newId()
  await ctx.files.inFolder(async (folder) => {
    const path = join(folder, 'avatar')
    await writeFile(path, picture)
    await ctx.files.keep(keyOfAvatar(id), path, 'image/webp')
  })
  return id
}

function notAPicture(): AppError {
  const message = 'is not a picture'
  return new AppError('invalid', `attachmentId ${message}.`, { details: [{ path: ['attachmentId'], message }] })
}

/** Anybody who is logged in sees what people look like. */
export async function readAvatar(ctx: Ctx, id: string): Promise<Readable> {
  requireScope(ctx, 'users:read')
  const content = await ctx.files.storage.read(keyOfAvatar(id))
  if (!content) throw new AppError('not_found', 'This picture does not exist.')
  return content
}
