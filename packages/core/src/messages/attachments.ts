import type { Attachment } from '@parley/contract/files'
import type { SendMessage } from '@parley/contract/messages'
import type { Tx } from '@parley/db/database'
import { AppError } from '../errors.js'
import { toAttachment } from '../files/mapper.js'
import type { Made } from './make.js'
import { attachFiles, lockUploads, type UploadRow } from './queries-attachments.js'

type Sending = Pick<SendMessage, 'attachmentIds'> & { senderId: string }

/** The uploads that the sends of a batch name. */
export interface Uploads {
  /** Why a send cannot carry what it names: its own uploads, which no message has yet. */
  refuse(send: Sending): AppError | undefined
  /** What the send carries, which is from now on its own. */
  take(send: Sending): Attachment[]
}

/** Asks the database only where some of the sends carry files. */
export async function readUploads(tx: Tx, sends: Sending[]): Promise<Uploads> {
  const ids = [...new Set(sends.flatMap((send) => send.attachmentIds ?? []))]
  const rows = ids.length > 0 ? await lockUploads(tx, ids) : []
  const free = new Map<string, UploadRow>(rows.filter((row) => row.message_id === null).map((row) => [row.id, row]))
  return {
    refuse({ attachmentIds = [], senderId }) {
      if (attachmentIds.every((id) => free.get(id)?.uploader_id === senderId)) return undefined
      const message = 'must be uploads of your own that no message has yet'
      return new AppError('invalid', `attachmentIds ${message}.`, { details: [{ path: ['attachmentIds'], message }] })
    },
    take({ attachmentIds = [] }) {
      return attachmentIds.flatMap((id) => {
        const row = free.get(id)
        free.delete(id)
        return row ? [toAttachment(row)] : []
      })
    },
  }
}

/** Puts the files of messages that were just written to them. */
export async function writeAttachments(tx: Tx, made: Made[]): Promise<void> {
  const files = made.flatMap(({ message }) =>
    message.attachments.map(({ id }, position) => ({ id, messageId: message.id, position })),
  )
  if (files.length > 0) await attachFiles(tx, files)
}
