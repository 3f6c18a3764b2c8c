import type { Db, Tx } from '@parley/db/database'
import { sql } from 'kysely'

// What is shown of the page that a message links to. A row without a title waits for it, or was taken away.

export interface PreviewRow {
  url: string
  title: string
  description: string | null
  site_name: string | null
}

export interface Linking {
  messageId: string
  url: string
}

export const insertPreviews = async (tx: Tx, linkings: Linking[]): Promise<void> => {
  await sql`
    insert into link_previews (message_id, url)
    select * from unnest(${linkings.map((one) => one.messageId)}::uuid[], ${linkings.map((one) => one.url)}::text[])`.execute(
    tx,
  )
}

/** Begins anew where the link is another; whether it is. */
export async function changePreview(tx: Tx, { messageId, url }: Linking): Promise<boolean> {
  const changed = await tx
    .insertInto('link_previews')
    .values({ message_id: messageId, url })
    .onConflict((on) =>
      on
        .column('message_id')
        .doUpdateSet({ url, title: null, description: null, site_name: null, removed_at: null })
        .where('link_previews.url', '<>', url),
    )
    .executeTakeFirst()
  return Number(changed.numInsertedOrUpdatedRows ?? 0) > 0
}

export const deletePreview = (tx: Tx, messageId: string) =>
  tx.deleteFrom('link_previews').where('message_id', '=', messageId).execute()

/** The link of a message whose preview is not there yet. */
export const findWaiting = (db: Db, messageId: string) =>
  db
    .selectFrom('link_previews as p')
    .innerJoin('messages as m', 'm.id', 'p.message_id')
    .select(['p.url', 'm.room_id'])
    .where('p.message_id', '=', messageId)
    .where('p.title', 'is', null)
    .where('p.removed_at', 'is', null)
    .where('m.deleted_at', 'is', null)
    .executeTakeFirst()

/** Whether it still waited for what this link leads to. */
export async function fillPreview(tx: Tx, messageId: string, { url, ...page }: PreviewRow): Promise<boolean> {
  const filled = await tx
    .updateTable('link_previews')
    .set(page)
    .where('message_id', '=', messageId)
    .where('url', '=', url)
    .where('title', 'is', null)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return Number(filled.numUpdatedRows) > 0
}

/** Takes away what is shown, and what may still come, until the message links to something else. */
export const removePreviewRow = (tx: Tx, messageId: string) =>
  tx
    .updateTable('link_previews')
    .set({ title: null, description: null, site_name: null, removed_at: sql<Date>`now()` })
    .where('message_id', '=', messageId)
    .where('removed_at', 'is', null)
    .execute()
