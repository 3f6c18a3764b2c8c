import type { Attachment } from '@parley/contract/files'

interface Size {
  width: number
  height: number
}

const one = { width: 360, height: 300 }
const rowHeight = 148

/** How large a picture is shown, in px, before a byte of it is there. Smaller ones are not enlarged. */
export function boxOf(picture: Size, of: number): Size {
  if (of > 1) {
    // Side by side at one height; what is much wider or taller is cut.
    const ratio = Math.min(1.8, Math.max(0.7, picture.width / picture.height))
    return { width: Math.round(rowHeight * ratio), height: rowHeight }
  }
  const scale = Math.min(1, one.width / picture.width, one.height / picture.height)
  // A line of a few pixels could not be hit.
  return {
    width: Math.max(48, Math.round(picture.width * scale)),
    height: Math.max(48, Math.round(picture.height * scale)),
  }
}

/** About how tall all of a message's files are together, in px. */
export function heightOf(attachments: readonly Attachment[]): number {
  const pictures = attachments.filter(({ kind }) => kind === 'image')
  const [only] = pictures
  const cards = (attachments.length - pictures.length) * 62
  if (!only || pictures.length > 1) return cards + Math.ceil(pictures.length / 3) * (rowHeight + 6)
  return cards + boxOf({ width: only.width ?? 1, height: only.height ?? 1 }, 1).height + 8
}
