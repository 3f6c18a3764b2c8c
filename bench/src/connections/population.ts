import { createTokens } from '@parley/core/auth/tokens'
import { systemClock } from '@parley/core/clock'
import { openDatabase } from '@parley/db/database'
import { migrate } from '@parley/db/migrate'
import { v7 as newId } from 'uuid'

/** Somebody with a session, and the one room they are in. */
export interface Inhabitant {
  token: string
  roomId: string
}

const chunk = 1_000

/** Written straight into the tables: people in turn over the rooms, each a member of one. */
export async function populate(
  databaseUrl: string,
  jwtSecret: string,
  people: number,
  rooms: number,
): Promise<Inhabitant[]> {
  const { db, close } = await openDatabase({ url: databaseUrl, folder: undefined, onError: console.error })
  await migrate(db)
  const tokens = createTokens(jwtSecret, systemClock)
  const roomIds = Array.from({ length: rooms }, () => newId())
  const member_count = Math.ceil(people / rooms)
  const named = roomIds.map((id, at) => ({ id, kind: 'private' as const, name: `Room ${at}`, member_count }))
  await db.insertInto('rooms').values(named).execute()

  const made: Inhabitant[] = []
  const expires_at = new Date(Date.now() + 86_400_000)
  for (let from = 0; from < people; from += chunk) {
    const some = Array.from({ length: Math.min(chunk, people - from) }, (_, at) => {
      const roomId = roomIds[(from + at) % rooms] ?? ''
      return { id: newId(), sessionId: newId(), username: `p${from + at}`, roomId }
    })
    const users = some.map(({ id, username }) => ({
      id,
      username,
      email: `${username}@example.com`,
      display_name: username,
    }))
    await db.insertInto('users').values(users).execute()
    const sessions = some.map(({ id, sessionId }) => ({
      id: sessionId,
      user_id: id,
      refresh_hash: Buffer.alloc(32),
      expires_at,
    }))
    await db.insertInto('sessions').values(sessions).execute()
    await db
      .insertInto('members')
      .values(some.map(({ id, roomId }) => ({ room_id: roomId, user_id: id })))
      .execute()
    for (const { id, sessionId, roomId } of some)
      made.push({ roomId, token: (await tokens.signAccess(id, sessionId)).token })
  }
  await close()
  return made
}
