import type { Db, Tx } from '@parley/db/database'
import type { InviteRow } from './mapper-invites.js'
import { userJson } from '../users/queries.js'

// Invites are used, made and revoked under the lock of their room.

export interface NewInvite {
  id: string
  room_id: string
  created_by: string
  code: string
  expires_at: Date | null
  max_uses: number | null
}

export const insertInvite = (tx: Tx, invite: NewInvite) => tx.insertInto('room_invites').values(invite).execute()

/** Invites that still work, with who made them. A room that is gone has none, nor has who was shut out. */
const selectInvites = (db: Db | Tx, now: Date) =>
  db
    .selectFrom('room_invites as i')
    .innerJoin('rooms as r', 'r.id', 'i.room_id')
    .innerJoin('users as u', 'u.id', 'i.created_by')
    .select([
      'i.id',
      'i.room_id',
      'i.code',
      'i.created_at',
      'i.expires_at',
      'i.max_uses',
      'i.uses',
      'r.name',
      'r.topic',
      'r.member_count',
      'r.archived_at',
      userJson('u').as('created_by'),
    ])
    .where('i.revoked_at', 'is', null)
    // Nobody comes in by somebody who was shut out.
    .where('u.disabled_at', 'is', null)
    .where('r.deleted_at', 'is', null)
    .where((eb) => eb.or([eb('i.expires_at', 'is', null), eb('i.expires_at', '>', now)]))
    .where((eb) => eb.or([eb('i.max_uses', 'is', null), eb('i.uses', '<', eb.ref('i.max_uses'))]))

export const findInviteByCode = (db: Db | Tx, code: string, now: Date): Promise<InviteRow | undefined> =>
  selectInvites(db, now).where('i.code', '=', code).executeTakeFirst()

export const findInvite = (db: Db, id: string, now: Date): Promise<InviteRow | undefined> =>
  selectInvites(db, now).where('i.id', '=', id).executeTakeFirst()

/** The newest first; those of one person, or everybody's. */
export const listInviteRows = (db: Db, roomId: string, by: string | null, now: Date): Promise<InviteRow[]> =>
  selectInvites(db, now)
    .where('i.room_id', '=', roomId)
    .$if(by !== null, (invites) => invites.where('i.created_by', '=', by))
    .orderBy('i.created_at', 'desc')
    .orderBy('i.id', 'desc')
    .execute()

export const countUse = (tx: Tx, id: string) =>
  tx
    .updateTable('room_invites')
    .set((eb) => ({ uses: eb('uses', '+', 1) }))
    .where('id', '=', id)
    .execute()

export const revokeInviteRow = (tx: Tx, id: string, at: Date) =>
  tx.updateTable('room_invites').set({ revoked_at: at }).where('id', '=', id).where('revoked_at', 'is', null).execute()
