import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Role } from '@parley/contract/rooms'
import type { Clock } from '@parley/core/clock'
import type { Network } from '@parley/core/previews/network'
import type { Hub } from '@parley/core/realtime/hub'
import { openDatabase, type Statement } from '@parley/db/database'
import { startApp } from '@parley/server/app'
import { readConfig } from '@parley/server/config'
import { type Logger, pino } from 'pino'
import { createTestDatabase } from './databases.js'
import { createPerson, type Person } from './person.js'

export { movableClock } from './movable-clock.js'

export type TestApp = Awaited<ReturnType<typeof testApp>>

/** How many feeds stay open once everybody has gone. */
async function settledFeeds(hub: Hub): Promise<number> {
  for (let tries = 0; tries < 100 && hub.countFeeds() > 0; tries++) await setTimeout(20)
  return hub.countFeeds()
}

export interface TestAppOptions {
  clock?: Clock
  /** As the environment of the process would be. */
  env?: Record<string, string>
  /** Where the server logs to; nowhere unless told. */
  log?: Logger
  /** Where pages that messages link to are fetched from; with `LINK_PREVIEWS: 'on'` in `env`. */
  network?: Network
  /** For a test that breaks the connections to the database itself; else a broken one fails it. */
  toleratesBrokenConnections?: boolean
}

/** Part of the statement by which each server looks, of its own accord, what was revoked and written elsewhere. */
const lookout = 'select id, null from sessions where revoked_at > now() - interval'

/** A whole server on a free port and a database of its own; leaving the scope closes it and fails on what it leaked. */
export async function testApp({
  clock,
  log = pino({ level: process.env['LOG_LEVEL'] ?? 'silent' }),
  env = {},
  network,
  toleratesBrokenConnections = false,
}: TestAppOptions = {}) {
  const testDatabase = await createTestDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'parley-test-'))
  const broken: Error[] = []
  let statements: Statement[] | undefined
  const database = await openDatabase({
    url: testDatabase.url,
    folder: testDatabase.folder,
    onError: (error) => broken.push(error),
    onQuery: (statement) => statements?.push(statement),
  })
  const config = readConfig({
    NODE_ENV: 'test',
    PORT: '0',
    MESSAGE_RATE: '0',
    AUTH_RATE: '0',
    API_RATE: '0',
    // The job queue asks the database each second.
    LINK_PREVIEWS: 'off',
    DATA_DIR: dataDir,
    ...env,
  })
  const app = await startApp(config, { database, log, ...(clock && { clock }), ...(network && { network }) })
  const people: Person[] = []

  /** Somebody new, logged in. */
  async function person(username: string): Promise<Person> {
    const made = await createPerson(app.url, username)
    people.push(made)
    return made
  }

  /** Two people in one public room. */
  async function twoMembers() {
    const [alice, bob] = [await person('alice'), await person('bob')]
    const room = (await alice.trpc.rooms.create.mutate({ kind: 'public', name: 'General' })).id
    await bob.trpc.rooms.join.mutate({ roomId: room })
    return { alice, bob, room }
  }

  /** Somebody of each role in one public room. */
  async function ofEachRole() {
    const [owner, admin] = [await person('owner'), await person('admin')]
    const [moderator, member] = [await person('moderator'), await person('member')]
    const room = (await owner.trpc.rooms.create.mutate({ kind: 'public', name: 'General' })).id
    for (const [role, { user }] of Object.entries({ admin, moderator, member }))
      await owner.trpc.rooms.addMember.mutate({ roomId: room, userId: user.id, role: role as Role })
    return { owner, admin, moderator, member, room }
  }

  /** The statements that run while `work` does; nothing else may be running. */
  async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
    // What is indexed is of what came before.
    await app.deps.index.idle()
    const mine: Statement[] = (statements = [])
    await work()
    statements = undefined
    return mine.filter(({ sql }) => !sql.includes(lookout))
  }

  async function close(): Promise<void> {
    for (const one of people) await one.close()
    const feeds = await settledFeeds(app.deps.hub)
    await app.close()
    const [failure] = broken
    await database.close()
    await testDatabase.drop()
    await rm(dataDir, { recursive: true, force: true })
    if (feeds > 0) throw new Error(`${feeds} feeds were left open.`)
    if (failure && !toleratesBrokenConnections) throw failure
  }

  return { ...app, database, person, twoMembers, ofEachRole, statementsOf, [Symbol.asyncDispose]: close }
}
