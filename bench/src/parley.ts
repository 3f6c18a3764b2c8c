import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createTokens } from '@parley/core/auth/tokens'
import { systemClock } from '@parley/core/clock'
import { type Db, openDatabase } from '@parley/db/database'
import { migrate } from '@parley/db/migrate'
import { v7 as newId } from 'uuid'
import { type Measured, startMeasured } from './measured.js'
import { openRaw, type RawSocket } from './raw-socket.js'
import { closing } from './run.js'

const jwtSecret = 'only for the benches, not a secret at all'
const tokens = createTokens(jwtSecret, systemClock)
const cli = fileURLToPath(new URL('../../apps/server/dist/cli.js', import.meta.url))

export interface Person {
  id: string
  token: string
}

/** Parley as it is shipped, from `dist`, with people and rooms in it. */
export interface Parley extends Measured {
  people: Person[]
  roomIds: string[]
}

interface Options {
  /** PostgreSQL; without it the embedded database. */
  databaseUrl?: string
  people: number
  rooms: number
  /** Beside the defaults of the benches, or instead of them; an empty value counts as absent. */
  env?: Record<string, string>
}

/** Everybody is a member of every room; limits are off. */
export async function startParley({ databaseUrl, people, rooms, env }: Options): Promise<Parley> {
  const dataDir = await mkdtemp(join(tmpdir(), 'parley-bench-'))
  const remove = closing(() => rm(dataDir, { recursive: true, force: true }))
  const database = await openDatabase({ url: databaseUrl, folder: join(dataDir, 'database'), onError: console.error })
  await migrate(database.db)
  const seeded = await seed(database.db, people, rooms)
  await database.close()
  const server = await startMeasured({
    args: [cli, 'serve'],
    env: {
      ...(databaseUrl && { DATABASE_URL: databaseUrl }),
      DATA_DIR: dataDir,
      JWT_SECRET: jwtSecret,
      MESSAGE_RATE: '0',
      SOCKET_CALLS: '0',
      AUTH_RATE: '0',
      // Never met, but counted.
      API_RATE: '1000000000/1m',
      PUBLIC_URL: 'http://localhost:3000',
      ...env,
    },
    ready: '/readyz',
  })
  const stop = async () => {
    await server.stop()
    await remove()
  }
  return { ...server, ...seeded, stop }
}

/** Written straight into the tables: hashing a thousand passwords would take longer than the bench. */
async function seed(db: Db, people: number, rooms: number): Promise<{ people: Person[]; roomIds: string[] }> {
  const tag = newId().slice(-8)
  const made: Person[] = []
  const roomIds: string[] = []
  for (let at = 0; at < rooms; at++) {
    const id = newId()
    roomIds.push(id)
    await db
      .insertInto('rooms')
      .values({ id, kind: 'private', name: `Room ${at}`, member_count: people })
      .execute()
  }
  for (let at = 0; at < people; at++) {
    const [id, sessionId] = [newId(), newId()]
    const username = `p${tag}${at}`
    await db
      .insertInto('users')
      .values({ id, username, email: `${username}@example.com`, display_name: `Person ${at}` })
      .execute()
    const expires_at = new Date(Date.now() + 86_400_000)
    await db
      .insertInto('sessions')
      .values({ id: sessionId, user_id: id, refresh_hash: Buffer.alloc(32), expires_at })
      .execute()
    await db
      .insertInto('members')
      .values(roomIds.map((room_id) => ({ room_id, user_id: id })))
      .execute()
    made.push({ id, token: (await tokens.signAccess(id, sessionId)).token })
  }
  return { people: made, roomIds }
}

/** A socket that has said who it is. */
export async function openAs(url: string, { token }: Person): Promise<RawSocket> {
  const socket = await openRaw(url, '/trpc?connectionParams=1')
  socket.send(JSON.stringify({ method: 'connectionParams', data: { authorization: `Bearer ${token}` } }))
  return socket
}

/** A frame of tRPC's protocol, as its client sends it. */
export const toCall = (
  id: number,
  method: 'query' | 'mutation' | 'subscription',
  path: string,
  json?: unknown,
): string => JSON.stringify({ id, method, params: { path, input: json === undefined ? nothing : { json } } })

/** `undefined` as superjson writes it. */
const nothing = { json: null, meta: { values: ['undefined'] } }

export const toSend = (id: number, roomId: string, body: string): string =>
  toCall(id, 'mutation', 'messages.send', { roomId, clientId: newId(), body })
