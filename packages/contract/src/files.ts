import { z } from 'zod'
import { FileId } from './ids.js'

/** A file of a message, or one that waits for being sent. */
export const Attachment = z.object({
  id: FileId,
  /** An image is one that was decoded and made anew; all else is a file, whatever it calls itself. */
  kind: z.enum(['image', 'file']),
  name: z.string(),
  /** By what it holds, not by its name. */
  mimeType: z.string(),
  /** Bytes. */
  size: z.int(),
  /** Of an image, as it is shown. */
  width: z.int().nullable(),
  height: z.int().nullable(),
  /** `/files/{id}`, for ever; asked anew each time whether one may. */
  url: z.string(),
  thumbnailUrl: z.string().nullable(),
  /** Of an image: a `data:` URL of a few hundred bytes, to be shown blurred until it is there. */
  placeholder: z.string().nullable(),
})
export type Attachment = z.infer<typeof Attachment>
