import { randomInt } from 'node:crypto'
import { limits } from '@parley/contract/limits'
import type { GetUser, Me, SearchUsers, UpdateUser, UserRef } from '@parley/contract/users'
import type { Db, Tx } from '@parley/db/database'
import type { Ctx } from '../context.js'
import { AppError } from '../errors.js'
import { newId } from '../ids.js'
import { activityTopic, inboxTopic } from '../realtime/topics.js'
import { listJoinedRooms } from '../rooms/access.js'
import { tellReceipts } from '../receipts/service.js'
import { toMe, toUserRef, type UserRefRow } from './mapper.js'
import {
  countPeople,
  findUserByEmail,
  findUserByLogin,
  findUserRow,
  getUserRow,
  insertUser,
  type NewUser,
  searchUserRows,
  updateUserRow,
} from './queries.js'

export type { NewUser } from './queries.js'

export const getMe = (ctx: Ctx): Promise<Me> => readMe(ctx.db, ctx.actor.id)

/** A person as they see themselves. */
export const readMe = async (db: Db, id: string): Promise<Me> => toMe(await getUserRow(db, id))

/** Makes a person; `conflict` names the field that is taken. */
export async function createPerson(db: Db | Tx, user: NewUser): Promise<void> {
  const taken = await insertUser(db, user)
  if (!taken) return
  const message = taken === 'email' ? 'This e-mail address is taken.' : 'This username is taken.'
  throw new AppError('conflict', message, { details: [{ path: [taken], message }] })
}

/** Whose address it is, proven or not. */
export const findPersonByEmail = (db: Db | Tx, email: string) => findUserByEmail(db, email)

/** By username or e-mail address. */
export const findPersonByLogin = (db: Db, login: string) => findUserByLogin(db, login)

/** Makes a person of an address, who can change their name later; the name is taken from it, and made another if it is taken. */
export async function createPersonOf(tx: Tx, email: string, displayName?: string): Promise<string> {
  const id = newId()
  const base = toUsername(email)
  for (const username of [base, ...Array.from({ length: 5 }, () => `${base}-${randomInt(1_000, 10_000)}`)]) {
    const taken = await insertUser(tx, {
      id,
      email,
      username,
      display_name: displayName ?? username,
      password_hash: null,
    })
    if (!taken) return id
    if (taken === 'email') break
  }
  throw new AppError('conflict', 'This e-mail address was registered at the same time. Try again.')
}

function toUsername(email: string): string {
  const { min, max } = limits.username
  const local = email
    .split('@', 1)
    .join('')
    .replaceAll(/[^a-z0-9_.-]/g, '-')
  return local.slice(0, max - 5).padEnd(min, '-')
}

/** Whether nobody has ever come here. */
export const isEmpty = async (db: Db): Promise<boolean> => (await countPeople(db)) === 0

/** Changes how one is shown; who shares a room hears of a new name, who watches receipts whether one shows any. */
export async function updateMe(ctx: Ctx, { displayName, statusText, showsReceipts }: UpdateUser): Promise<Me> {
  const change = {
    ...(displayName !== undefined && { display_name: displayName }),
    ...(statusText !== undefined && { status_text: statusText || null }),
    ...(showsReceipts !== undefined && { shows_receipts: showsReceipts }),
  }
  if (Object.keys(change).length === 0) return getMe(ctx)
  const row = await updateUserRow(ctx.db, ctx.actor.id, change)
  if (displayName !== undefined) await tellUser(ctx, row)
  if (showsReceipts !== undefined) await tellReceipts(ctx, showsReceipts)
  return toMe(row)
}

/** Tells all who share a room with somebody how they are shown now. */
export async function tellUser({ db, hub }: Ctx, row: UserRefRow): Promise<void> {
  const rooms = await listJoinedRooms(db, row.id)
  hub.publish([inboxTopic(row.id), ...rooms.map(activityTopic)], { type: 'user', user: toUserRef(row) })
}

export async function getUser(ctx: Ctx, { userId }: GetUser): Promise<UserRef> {
  const row = await findUserRow(ctx.db, userId)
  if (!row) throw new AppError('not_found', 'This person does not exist.')
  return toUserRef(row)
}

export async function searchUsers(ctx: Ctx, { query, limit }: SearchUsers): Promise<UserRef[]> {
  return (await searchUserRows(ctx.db, query, limit)).map(toUserRef)
}
