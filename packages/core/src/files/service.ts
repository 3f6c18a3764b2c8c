import type { Ctx } from '../context.js'
import { AppError } from '../errors.js'
import { requireScope } from '../auth/access.js'
import { requireFile } from './access.js'
import { keyOf } from './mapper.js'

/** A signed address, good for a few minutes, of a file or its thumbnail; whether one may is asked each time. */
export async function linkToFile(ctx: Ctx, id: string, part: 'whole' | 'thumbnail'): Promise<string> {
  requireScope(ctx, 'messages:read')
  const file = await requireFile(ctx.db, id, ctx.actor.id)
  if (part === 'thumbnail' && !file.has_thumbnail) throw new AppError('not_found', 'This file has no thumbnail.')
  return ctx.files.storage.link(keyOf(id, part), {
    name: file.name,
    mimeType: part === 'thumbnail' ? 'image/webp' : withCharset(file.mime_type),
    // Pictures were made by us; whatever else somebody sent is saved, and never shown as a page of ours.
    inline: file.kind === 'image',
  })
}

/** What was taken for text was read as UTF-8. */
const withCharset = (mimeType: string) => (mimeType === 'text/plain' ? 'text/plain; charset=utf-8' : mimeType)
