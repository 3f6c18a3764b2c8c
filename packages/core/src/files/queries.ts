import type { Db, Tx } from '@parley/db/database'
import { sql } from 'kysely'
import type { FileRow } from './mapper.js'

const columns = ['id', 'kind', 'name', 'mime_type', 'size', 'width', 'height', 'placeholder', 'has_thumbnail'] as const

export const findFileRow = (db: Db | Tx, id: string) =>
  db
    .selectFrom('files')
    .select([...columns, 'uploader_id', 'message_id'])
    .where('id', '=', id)
    .executeTakeFirst()

export const countUnsent = async (db: Db, uploaderId: string): Promise<number> => {
  const { count } = await db
    .selectFrom('files')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('uploader_id', '=', uploaderId)
    .where('message_id', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

export const insertFile = (tx: Tx, file: FileRow & { uploader_id: string }): Promise<FileRow> =>
  tx
    .insertInto('files')
    .values({ ...file, kind: file.kind })
    .returning(columns)
    .executeTakeFirstOrThrow() as Promise<FileRow>

/** Lists what is to go later unless it is taken off the list: nothing gets into the storage unlisted. */
export const doomLater = async (db: Db, key: string): Promise<void> => {
  await sql`insert into doomed_files (key, due_at) values (${key}, now() + interval '1 hour')`.execute(db)
}

export const spare = async (tx: Tx, keys: string[]): Promise<void> => {
  await tx.deleteFrom('doomed_files').where('key', 'in', keys).execute()
}

export const listDoomed = async (db: Db, limit: number): Promise<string[]> => {
  const { rows } = await sql<{ key: string }>`
    select key from doomed_files where due_at <= now() order by due_at limit ${limit}`.execute(db)
  return rows.map((row) => row.key)
}

export const forgetDoomed = async (db: Db, keys: string[]): Promise<void> => {
  await db.deleteFrom('doomed_files').where('key', 'in', keys).execute()
}

/** Whether the message had any. */
export const deleteFilesOf = async (tx: Tx, messageId: string): Promise<boolean> => {
  const result = await tx.deleteFrom('files').where('message_id', '=', messageId).executeTakeFirst()
  return Number(result.numDeletedRows) > 0
}

/** Whether it was there and had not been sent. */
export const deleteUnsent = async (tx: Tx, id: string): Promise<boolean> => {
  const result = await tx.deleteFrom('files').where('id', '=', id).where('message_id', 'is', null).executeTakeFirst()
  return result.numDeletedRows > 0n
}

export const deleteUnsentOf = (tx: Tx, uploaderId: string) =>
  tx.deleteFrom('files').where('uploader_id', '=', uploaderId).where('message_id', 'is', null).execute()

/** Uploads that nobody has sent. What is being sent just now is held by who sends it, and skipped. */
export const deleteUnsentBefore = async (db: Db, before: Date): Promise<void> => {
  await sql`delete from files where id in (
    select id from files where message_id is null and created_at < ${before} for update skip locked)`.execute(db)
}
