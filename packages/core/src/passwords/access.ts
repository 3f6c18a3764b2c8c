import { verifyPassword } from '../auth/passwords.js'
import { readPasswordHash } from '../auth/service.js'
import type { Ctx } from '../context.js'
import { AppError } from '../errors.js'

/** Refuses who does not know their password, or has none. */
export async function requirePassword(ctx: Ctx, given: string): Promise<void> {
  await requireRight(ctx, await readPasswordHash(ctx.db, ctx.actor.id), given)
}

/** The same for what also people without one may do: they come by a code or a provider. */
export async function requirePasswordIfAny(ctx: Ctx, given = ''): Promise<void> {
  const hash = await readPasswordHash(ctx.db, ctx.actor.id)
  if (hash !== null) await requireRight(ctx, hash, given)
}

/** Each wrong one counts: a stolen session must not guess. */
async function requireRight({ authLimits, actor }: Ctx, hash: string | null, given: string): Promise<void> {
  authLimits.takeTry(actor.id)
  if (!(await verifyPassword(hash, given))) {
    const message = 'is wrong'
    throw new AppError('invalid', `currentPassword ${message}.`, { details: [{ path: ['currentPassword'], message }] })
  }
  authLimits.succeed(actor.id)
}
