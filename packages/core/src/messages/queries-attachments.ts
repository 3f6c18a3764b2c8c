import type { Tx } from '@parley/db/database'
import { sql } from 'kysely'
import type { FileRow } from '../files/mapper.js'

// What a batch of sends does beside its statements where some of them carry files.

export interface UploadRow extends FileRow {
  uploader_id: string
  message_id: string | null
}

/** Holds the uploads to the end of the transaction, in the order of their ids: each can be sent only once. */
export const lockUploads = async (tx: Tx, ids: string[]): Promise<UploadRow[]> => {
  const { rows } = await sql<UploadRow>`
    select id, kind, name, mime_type, size, width, height, placeholder, has_thumbnail, uploader_id, message_id
    from files where id = any(${ids}::uuid[]) order by id for update`.execute(tx)
  return rows
}

export const attachFiles = async (
  tx: Tx,
  files: { id: string; messageId: string; position: number }[],
): Promise<void> => {
  await sql`
    update files f set message_id = a.message_id, position = a.position
    from unnest(${files.map((file) => file.id)}::uuid[], ${files.map((file) => file.messageId)}::uuid[],
      ${files.map((file) => file.position)}::int[]) as a (id, message_id, position)
    where f.id = a.id`.execute(tx)
}
