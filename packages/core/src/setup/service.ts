import { randomBytes } from 'node:crypto'
import type { ClaimAdmin } from '@parley/contract/setup'
import type { Me } from '@parley/contract/users'
import type { Db } from '@parley/db/database'
import { hashToken } from '../auth/tokens.js'
import type { Ctx } from '../context.js'
import { AppError } from '../errors.js'
import { findPersonByLogin, getMe } from '../users/service.js'
import { deleteSetupCode, hasAdmin, putSetupCode, setAdmin, spendSetupCode } from './queries.js'

/** A code for the operator, with which somebody makes themselves administrator; `null` while there is one. It voids the code of before. */
export async function drawSetupCode(db: Db): Promise<string | null> {
  if (await hasAdmin(db)) return null
  const code = randomBytes(16).toString('base64url')
  await putSetupCode(db, hashToken(code))
  return code
}

/** Makes oneself administrator with the code, which is good once and while nobody else is. */
export async function claimAdmin(ctx: Ctx, { code }: ClaimAdmin): Promise<Me> {
  const claimed = await ctx.db.transaction().execute(async (tx) => {
    if (!(await spendSetupCode(tx, hashToken(code))) || (await hasAdmin(tx))) return false
    await setAdmin(tx, ctx.actor.id, true)
    return true
  })
  if (!claimed) throw new AppError('forbidden', 'This is not the code that the server printed last.')
  ctx.log.warn({ userId: ctx.actor.id }, 'somebody made themselves administrator with the set-up code')
  return getMe(ctx)
}

/** Makes somebody administrator, or not; by username or e-mail address. */
export async function makeAdmin(db: Db, login: string, isAdmin: boolean): Promise<void> {
  const person = await findPersonByLogin(db, login.toLowerCase())
  if (!person) throw new AppError('not_found', `Nobody here is called ${login}.`)
  await setAdmin(db, person.id, isAdmin)
  if (isAdmin) await deleteSetupCode(db)
}
