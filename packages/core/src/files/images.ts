import { limits } from '@parley/contract/limits'
import sharp, { type Sharp } from 'sharp'
import { AppError } from '../errors.js'
import type { ImageType } from './kinds.js'

// Imported with the first picture: it takes a tenth of a server's start.

/** What it is made anew as: pictures keep their format where browsers show it. */
const formats: Record<ImageType, { mimeType: string; write(image: Sharp): Sharp }> = {
  'image/jpeg': { mimeType: 'image/jpeg', write: (image: Sharp) => image.jpeg({ quality: 88 }) },
  'image/png': { mimeType: 'image/png', write: (image: Sharp) => image.png() },
  'image/webp': { mimeType: 'image/webp', write: (image: Sharp) => image.webp({ quality: 88 }) },
  'image/gif': { mimeType: 'image/gif', write: (image: Sharp) => image.gif() },
  'image/avif': { mimeType: 'image/webp', write: (image: Sharp) => image.webp({ quality: 88 }) },
}

/** A box that thumbnails fit into, twice what the client shows. */
const thumbnailPixels = 800

// One picture uses one thread, and how many are made at once is counted by `createFiles`; nothing is kept between them.
sharp.concurrency(1)
sharp.cache(false)

export interface MadeImage {
  mimeType: string
  width: number
  height: number
  placeholder: string
  hasThumbnail: boolean
}

/**
 * Decodes a picture and writes it anew, so that nothing of the file that came is in what is shown: no place, no camera,
 * no second format behind the first. `null`: it cannot be decoded. Too many pixels are `too_large`, before any is read.
 */
export async function remakeImage(
  path: string,
  mimeType: ImageType,
  to: { whole: string; thumbnail: string },
): Promise<MadeImage | null> {
  const animated = mimeType === 'image/gif' || mimeType === 'image/webp'
  const known = await sharp(path, { animated, limitInputPixels: false })
    .metadata()
    .catch(() => null)
  if (!known) return null
  const { width, height, pageHeight = height, pages = 1 } = known
  if (width * pageHeight * pages > limits.imagePixels) throw tooManyPixels()
  try {
    const image = sharp(path, { animated, limitInputPixels: limits.imagePixels, failOn: 'error' }).timeout(patience)
    const { mimeType: made, write } = formats[mimeType]
    // Turning needs the whole picture in memory; most need no turning.
    const written = await write((known.orientation ?? 1) > 1 && pages === 1 ? image.autoOrient() : image).toFile(
      to.whole,
    )
    const shown = { width: written.width, height: written.pageHeight ?? written.height }
    const large = Math.max(shown.width, shown.height) > thumbnailPixels
    if (large) await shrink(to.whole).webp({ quality: 80 }).toFile(to.thumbnail)
    const small = sharp(large ? to.thumbnail : to.whole).resize(16, 16, { fit: 'inside' })
    const blur = await small.webp({ quality: 40, alphaQuality: 40, smartSubsample: false }).toBuffer()
    const placeholder = `data:image/webp;base64,${blur.toString('base64')}`
    return { mimeType: made, ...shown, placeholder, hasThumbnail: large }
  } catch (error) {
    if (isFull(error)) throw error
    return null
  }
}

/** A picture that takes longer is kept as it came, to be saved and not shown. */
const patience = { seconds: 20 }

const shrink = (path: string) =>
  sharp(path).resize(thumbnailPixels, thumbnailPixels, { fit: 'inside', withoutEnlargement: true })

/** A square of the middle of what matters in it. */
export const makeAvatar = (picture: Buffer): Promise<Buffer> =>
  sharp(picture, { limitInputPixels: limits.imagePixels })
    .autoOrient()
    .resize(256, 256, { fit: 'cover', position: 'attention' })
    .webp({ quality: 85 })
    .toBuffer()

const tooManyPixels = () =>
  new AppError('too_large', `A picture has at most ${limits.imagePixels / 1_000_000} million pixels.`)

const isFull = (error: unknown) => error instanceof Error && /No space left/i.test(error.message)
