import type { Attachment } from '@parley/contract/files'

export interface FileRow {
  id: string
  kind: 'image' | 'file'
  name: string
  mime_type: string
  size: number
  width: number | null
  height: number | null
  placeholder: string | null
  has_thumbnail: boolean
}

export const toAttachment = (row: FileRow): Attachment => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  mimeType: row.mime_type,
  size: row.size,
  width: row.width,
  height: row.height,
  url: `/files/${row.id}`,
  thumbnailUrl: row.has_thumbnail ? `/files/${row.id}/thumbnail` : null,
  placeholder: row.placeholder,
})

/** Where the storage has it. */
export const keyOf = (id: string, part: 'whole' | 'thumbnail' = 'whole'): string =>
  part === 'whole' ? id : `${id}-thumbnail`
