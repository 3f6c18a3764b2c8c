import type { Login, Register } from '@parley/contract/auth'
import type { Db, Tx } from '@parley/db/database'
import type { PublicCtx } from '../context.js'
import { AppError } from '../errors.js'
import { newId } from '../ids.js'
import { requireUncommon } from '../passwords/common.js'
import { joinDefaultRooms } from '../rooms/default-rooms.js'
import { secondFactorAsked, trySecondFactor } from '../second-factor/access.js'
import { createPerson, findPersonByLogin, type NewUser } from '../users/service.js'
import { hashPassword, isOutdated, verifyPassword } from './passwords.js'
import { findPasswordHash, setPasswordHash } from './queries.js'
import { type Issued, openSession } from './sessions.js'
import { maySignUp, signUpRefused, withSignUp } from './sign-up.js'

/** Makes a person and logs them in. Says `conflict` with the field when the e-mail address or username is taken. */
export async function register(ctx: PublicCtx, input: Omit<Register, 'transport'>): Promise<Issued> {
  if (!(await maySignUp(ctx, input.inviteCode))) throw signUpRefused(ctx)
  const person = await preparePerson(input)
  await withSignUp(ctx, input.inviteCode, async (tx, allowed) => {
    if (!allowed) throw signUpRefused(ctx)
    await createPerson(tx, person)
    return { newcomer: person.id }
  })
  return openSession(ctx, person.id)
}

/** Makes a person, whoever may come, who is in the default rooms from the start; returns their id. */
export async function createUser(db: Db, input: Omit<Register, 'transport'>): Promise<string> {
  const person = await preparePerson(input)
  await db.transaction().execute(async (tx) => {
    await createPerson(tx, person)
    await joinDefaultRooms(tx, person.id)
  })
  return person.id
}

/** What takes time is done before anything is locked. */
async function preparePerson(input: Omit<Register, 'transport'>): Promise<NewUser> {
  await requireUncommon(input.password, 'password')
  const password_hash = await hashPassword(input.password)
  const { email, username, displayName = input.username } = input
  return { id: newId(), email, username, display_name: displayName, password_hash }
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
  const check = await trySecondFactor(ctx, userId, given)
  if (check === 'missing') throw secondFactorAsked()
  if (check === 'wrong') throw secondFactorAsked('The code of your second factor is wrong.')
}

/** `null`: the person has no password, and comes in another way. */
export const readPasswordHash = (db: Db | Tx, userId: string): Promise<string | null> => findPasswordHash(db, userId)

export const writePasswordHash = async (db: Db | Tx, userId: string, hash: string): Promise<void> => {
  await setPasswordHash(db, userId, hash)
}
