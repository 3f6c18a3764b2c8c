/** How much of a file is looked at. */
export const headBytes = 4_100

/** Pictures that are made anew, to be shown. */
const imageTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'] as const
export type ImageType = (typeof imageTypes)[number]

export const isImageType = (mimeType: string): mimeType is ImageType => imageTypes.some((type) => type === mimeType)

/** What may be said of a file to a browser; all else, SVG and HTML among it, is only bytes. */
const harmless =
  /^(image\/(jpeg|png|webp|gif|avif|heic)|audio\/[\w.+-]+|video\/[\w.+-]+|font\/[\w.+-]+|application\/(pdf|zip|gzip|x-tar|x-7z-compressed|vnd\.openxmlformats-officedocument\.[\w.-]+))$/

/** What the beginning of a file says that it is. Neither its name nor what the sender says of it is asked. */
export async function findMimeType(head: Uint8Array): Promise<string> {
  const { fileTypeFromBuffer } = await import('file-type')
  const found = await fileTypeFromBuffer(head).catch(() => undefined)
  if (found) return harmless.test(found.mime) ? found.mime : 'application/octet-stream'
  return isText(head) ? 'text/plain' : 'application/octet-stream'
}

function isText(head: Uint8Array): boolean {
  if (head.length === 0 || head.includes(0)) return false
  try {
    // The end may be cut in the middle of a letter.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    return false
  }
}
