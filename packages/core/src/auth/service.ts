import type { Login, Register } from '@parley/contract/auth'
import type { Db, Tx } from '@parley/db/database'
import type { PublicCtx } from '../context.js'
import { AppError } from '../errors.js'
import { newId } from '../ids.js'
import { requireUncommon } from '../passwords/common.js'
import { joinDefaultRooms, tellJoined } from '../rooms/default-rooms.js'
import { checkSecondFactor, secondFactorAsked } from '../second-factor/access.js'
import { createPerson, findPersonByLogin } from '../users/service.js'
import { hashPassword, isOutdated, verifyPassword } from './passwords.js'
import { findPasswordHash, setPasswordHash } from './queries.js'
import { type Issued, openSession } from './sessions.js'

/** Makes a person and logs them in. Says `conflict` with the field when the e-mail address or username is taken. */
export async function register(ctx: PublicCtx, input: Omit<Register, 'transport'>): Promise<Issued> {
  if (ctx.config.signup !== 'open') throw new AppError('forbidden', 'Sign-up is closed here.')
  const { userId, roomIds } = await createUser(ctx.db, input)
  tellJoined(ctx, roomIds)
  return openSession(ctx, userId)
}

/** Makes a person, who is in the default rooms from the start. */
export async function createUser(
  db: Db,
  input: Omit<Register, 'transport'>,
): Promise<{ userId: string; roomIds: string[] }> {
  await requireUncommon(input.password, 'password')
  const password_hash = await hashPassword(input.password)
  const { email, username, displayName = input.username } = input
  const id = newId()
  return db.transaction().execute(async (tx) => {
    await createPerson(tx, { id, email, username, display_name: displayName, password_hash })
    return { userId: id, roomIds: await joinDefaultRooms(tx, id) }
  })
}

/** Logs in. One answer for an unknown person, a disabled one and a wrong password, after the same time. */
export async function login(ctx: PublicCtx, input: Omit<Login, 'transport'>): Promise<Issued> {
  const found = await findPersonByLogin(ctx.db, input.login)
  // By the person where there is one: their name and their e-mail address are not two accounts to guess at.
  const account = found?.id ?? input.login
  ctx.authLimits.takeTry(account)
  const right = await verifyPassword(found?.password_hash ?? null, input.password)
  if (!found || !right || found.disabled_at) throw new AppError('unauthenticated', 'The name or the password is wrong.')
  await requireSecondFactor(ctx, found.id, input.totp)
  ctx.authLimits.succeed(account)
  if (found.password_hash && isOutdated(found.password_hash))
    await writePasswordHash(ctx.db, found.id, await hashPassword(input.password))
  return openSession(ctx, found.id)
}

async function requireSecondFactor(ctx: PublicCtx, userId: string, given: string | undefined): Promise<void> {
  const check = await ctx.db.transaction().execute((tx) => checkSecondFactor(tx, userId, given, ctx.clock))
  if (check === 'missing') throw secondFactorAsked()
  if (check === 'wrong') throw secondFactorAsked('The code of your second factor is wrong.')
}

/** `null`: the person has no password, and comes in another way. */
export const readPasswordHash = (db: Db, userId: string): Promise<string | null> => findPasswordHash(db, userId)

export const writePasswordHash = async (db: Db | Tx, userId: string, hash: string): Promise<void> => {
  await setPasswordHash(db, userId, hash)
}
