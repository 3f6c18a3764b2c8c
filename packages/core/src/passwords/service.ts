import type { ChangePassword } from '@parley/contract/passwords'
import { hashPassword } from '../auth/passwords.js'
import { endSessionsOf } from '../auth/sessions.js'
import { writePasswordHash } from '../auth/service.js'
import type { Ctx } from '../context.js'
import { requirePassword } from './access.js'
import { requireUncommon } from './common.js'

/** Sets another password and ends every other session: who knew the old one is out. */
export async function changePassword(ctx: Ctx, { currentPassword, newPassword }: ChangePassword): Promise<void> {
  await requireUncommon(newPassword, 'newPassword')
  await requirePassword(ctx, currentPassword)
  await writePasswordHash(ctx.db, ctx.actor.id, await hashPassword(newPassword))
  await endSessionsOf(ctx, ctx.actor.id, ctx.session.id)
}
