import { randomBytes } from 'node:crypto'
import type {
  CreatedInvite,
  CreateInvite,
  Invite,
  InvitePreview,
  RevokeInvite,
  UseInvite,
} from '@parley/contract/invites'
import { may } from '@parley/contract/permissions'
import type { GetRoom, InboxRoom } from '@parley/contract/rooms'
import type { Db, Tx } from '@parley/db/database'
import { requireScope } from '../auth/access.js'
import type { Ctx, PublicCtx } from '../context.js'
import { AppError } from '../errors.js'
import { newId } from '../ids.js'
import { tellPresence } from '../presence/service.js'
import { requireAct } from './access.js'
import { administer, keep, readInbox } from './administer.js'
import { admit } from './joining.js'
import { type InviteRow, toInvite, toInvitePreview, toInviteUrl } from './mapper-invites.js'
import {
  countUse,
  findInvite,
  findInviteByCode,
  insertInvite,
  listInviteRows,
  revokeInviteRow,
} from './queries-invites.js'
import { findRole } from './queries-members.js'

const msPerHour = 3_600_000

/** Makes a link by which anybody who has it can join the room. */
export const createInvite = (ctx: Ctx, { roomId, expiresInHours, maxUses }: CreateInvite): Promise<CreatedInvite> =>
  administer(ctx, roomId, 'invite', async (tx) => {
    // 128 bits: nobody finds one by trying.
    const [id, code] = [newId(), randomBytes(16).toString('base64url')]
    const expires_at = expiresInHours === undefined ? null : new Date(ctx.clock.now() + expiresInHours * msPerHour)
    await insertInvite(tx, {
      id,
      room_id: roomId,
      created_by: ctx.actor.id,
      code,
      expires_at,
      max_uses: maxUses ?? null,
    })
    const details = { inviteId: id, expiresAt: expires_at?.toISOString() ?? null, maxUses: maxUses ?? null }
    return { result: { id, code, url: toInviteUrl(ctx.config.publicUrl, code) }, audit: { details } }
  })

/** The room's invites that still work: one's own, or, to those who manage them, everybody's. */
export async function listInvites(ctx: Ctx, { roomId }: GetRoom): Promise<Invite[]> {
  const room = await requireAct(ctx.db, roomId, ctx.actor.id, 'invite')
  const by = may(room.role, 'manageInvites') ? null : ctx.actor.id
  const rows = await listInviteRows(ctx.db, roomId, by, new Date(ctx.clock.now()))
  return rows.map((row) => toInvite(row, ctx.config.publicUrl))
}

/** Ends an invite. One that does not work any more, or is not one's own to see, is `not_found`. */
export async function revokeInvite(ctx: Ctx, { inviteId }: RevokeInvite): Promise<void> {
  const invite = await findInvite(ctx.db, inviteId, new Date(ctx.clock.now()))
  const role = invite && (await findRole(ctx.db, invite.room_id, ctx.actor.id))
  if (!invite || !role) throw noSuchInvite()
  const act = invite.created_by.id === ctx.actor.id ? 'invite' : 'manageInvites'
  if (act === 'manageInvites') requireScope(ctx, 'rooms:moderate')
  await administer(ctx, invite.room_id, act, async (tx) => {
    await revokeInviteRow(tx, inviteId, new Date(ctx.clock.now()))
    return { result: undefined, audit: { details: { inviteId, revoked: true } } }
  })
}

/** What the room behind a link is, and who invites to it. */
export const previewInvite = async (ctx: PublicCtx, { code }: UseInvite): Promise<InvitePreview> =>
  toInvitePreview(await requireInvite(ctx, ctx.db, code))

/** Joins the room behind a link. The last use is given once, however many ask for it at the same time. */
export async function acceptInvite(ctx: Ctx, { code }: UseInvite): Promise<InboxRoom> {
  const { room_id } = await requireInvite(ctx, ctx.db, code)
  const joined = await ctx.writer.write(room_id, async (tx, locked) => {
    // Who is in already uses nothing up, also when the answer to their first try was lost.
    if (await findRole(tx, room_id, ctx.actor.id)) return { result: await readInbox(tx, locked, ctx.actor.id) }
    const { id } = await requireInvite(ctx, tx, code)
    const admitted = await admit(ctx, tx, locked, { userId: ctx.actor.id, role: 'member' })
    await countUse(tx, id)
    await keep(ctx, tx, room_id, 'acceptInvite', { targetId: ctx.actor.id, details: { inviteId: id } })
    return admitted
  })
  await tellPresence(ctx, room_id)
  return joined
}

const noSuchInvite = () => new AppError('not_found', 'This invitation does not work any more.')

async function requireInvite(ctx: PublicCtx, db: Db | Tx, code: string): Promise<InviteRow> {
  const invite = await findInviteByCode(db, code, new Date(ctx.clock.now()))
  if (!invite) throw noSuchInvite()
  return invite
}
