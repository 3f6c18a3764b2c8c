import type { LinkedProvider, Provider, UnlinkProvider } from '@parley/contract/oidc'
import { readPasswordHash } from '../auth/service.js'
import type { Ctx, PublicCtx } from '../context.js'
import { AppError } from '../errors.js'
import { deleteIdentity, listIdentityRows } from './queries.js'

/** By whom one can log in here. */
export const listProviders = ({ config }: PublicCtx): Provider[] =>
  config.oidcProviders.map(({ id, name }) => ({ id, name }))

/** By whom one's own account is known. */
export async function listLinked(ctx: Ctx): Promise<LinkedProvider[]> {
  const names = new Map(ctx.config.oidcProviders.map(({ id, name }) => [id, name]))
  const rows = await listIdentityRows(ctx.db, ctx.actor.id)
  return rows.map((row) => ({
    id: row.provider,
    name: names.get(row.provider) ?? row.provider,
    linkedAt: row.created_at,
  }))
}

/** The last way into an account stays. */
export async function unlinkProvider(ctx: Ctx, { provider }: UnlinkProvider): Promise<void> {
  const { db, actor, mailer } = ctx
  const unlinked = await db.transaction().execute(async (tx) => {
    if (!(await deleteIdentity(tx, actor.id, provider))) return false
    const others = await listIdentityRows(tx, actor.id)
    if (others.length === 0 && !mailer && (await readPasswordHash(tx, actor.id)) === null)
      throw new AppError('conflict', 'This is the only way into your account. Set a password first.')
    return true
  })
  if (!unlinked) throw new AppError('not_found', 'Your account is not linked to this provider.')
}
