import type { ChangePassword } from '@parley/contract/passwords'
import { hashPassword, verifyPassword } from '../auth/passwords.js'
import { endSessionsOf } from '../auth/sessions.js'
import { readPasswordHash, writePasswordHash } from '../auth/service.js'
import type { Ctx } from '../context.js'
import { AppError } from '../errors.js'
import { requireUncommon } from './common.js'

/** Sets another password and ends every other session: who knew the old one is out. */
export async function changePassword(ctx: Ctx, { currentPassword, newPassword }: ChangePassword): Promise<void> {
  await requireUncommon(newPassword, 'newPassword')
  const userId = ctx.actor.id
  ctx.authLimits.takeTry(userId)
  if (!(await verifyPassword(await readPasswordHash(ctx.db, userId), currentPassword))) {
    const message = 'is wrong'
    throw new AppError('invalid', `currentPassword ${message}.`, { details: [{ path: ['currentPassword'], message }] })
  }
  ctx.authLimits.succeed(userId)
  await writePasswordHash(ctx.db, userId, await hashPassword(newPassword))
  await endSessionsOf(ctx, userId, ctx.session.id)
}
