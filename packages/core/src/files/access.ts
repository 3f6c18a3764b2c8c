import type { Db, Tx } from '@parley/db/database'
import { AppError } from '../errors.js'
import { requireMessage } from '../messages/access.js'
import { deleteFilesOf, deleteUnsent, deleteUnsentOf, findFileRow, spare } from './queries.js'

type Found = NonNullable<Awaited<ReturnType<typeof findFileRow>>>

const noSuchFile = () => new AppError('not_found', 'This file does not exist.')

/** The file, if the person may see its message; an unsent one is its uploader's alone. To all others it does not exist. */
export async function requireFile(db: Db | Tx, id: string, userId: string): Promise<Found> {
  const file = await findFileRow(db, id)
  if (!file) throw noSuchFile()
  if (file.message_id === null) {
    if (file.uploader_id !== userId) throw noSuchFile()
    return file
  }
  await requireMessage(db, file.message_id, userId).catch((error: unknown) => {
    const hidden = error instanceof AppError && (error.code === 'not_found' || error.code === 'forbidden')
    throw hidden ? noSuchFile() : error
  })
  return file
}

/** The person's own upload that no message has. */
export async function requireUpload(db: Db | Tx, id: string, userId: string): Promise<Found> {
  const file = await requireFile(db, id, userId)
  if (file.message_id !== null) throw noSuchFile()
  return file
}

/** Takes it away, having been used for something else, unless it was sent meanwhile; its bytes are swept up after the commit. */
export async function dropUpload(tx: Tx, id: string): Promise<void> {
  if (!(await deleteUnsent(tx, id))) throw noSuchFile()
}

/** What `Files.keep` has put into the storage stays if `tx` is committed. */
export const keepOnlyIf = (tx: Tx, keys: string[]) => spare(tx, keys)

/** Takes a message's files away; says whether it had any. What they were is swept up after the commit. */
export const removeFilesOf = (tx: Tx, messageId: string): Promise<boolean> => deleteFilesOf(tx, messageId)

/** Takes away what somebody has uploaded and not sent. */
export const removeUnsentOf = (tx: Tx, userId: string) => deleteUnsentOf(tx, userId)
