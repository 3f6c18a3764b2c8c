import { setTimeout } from 'node:timers/promises'
import { type Kysely, Migrator, sql } from 'kysely'
import type { Database } from './database.js'
import { migrations, oldestBinary } from './migrations.js'

/** The schema is newer than this binary may run on, or a migration failed. */
export class MigrationError extends Error {
  override name = 'MigrationError'
}

/**
 * Brings the schema up to date under Kysely's advisory lock and returns the names it ran. A database that a newer
 * release has migrated is left alone, and refused when that release named a `min_binary` this one is older than.
 */
export async function migrate(db: Kysely<Database>): Promise<string[]> {
  await requireUtf8(db)
  const known = Object.keys(migrations).toSorted()
  const newest = known.at(-1) ?? ''
  const ahead = (await listApplied(db)).some((name) => !known.includes(name))
  if (ahead) {
    await requireAllowed(db, newest)
    return []
  }
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const ran: string[] = []
  // Each in a transaction of its own, so that none holds its locks while the next one works.
  for (let names = await migrateOne(migrator); names.length > 0; names = await migrateOne(migrator)) ran.push(...names)
  if (ran.length > 0) await writeMinBinary(db)
  return ran
}

/** PostgreSQL's codes of a deadlock, and of a lock that was waited for too long. */
const busy = ['40P01', '55P03']
const maxTries = 30
const pauseMs = 1_000

/** Tries again where older processes, which serve meanwhile, hold what it needs. */
async function migrateOne(migrator: Migrator): Promise<string[]> {
  for (let tries = 1; ; tries++) {
    const { error, results = [] } = await migrator.migrateUp()
    if (!error) return results.map((result) => result.migrationName)
    const isBusy = busy.includes((error as { code?: string }).code ?? '')
    if (!isBusy || tries >= maxTries) throw new MigrationError(`A migration failed: ${String(error)}`, { cause: error })
    await setTimeout(pauseMs)
  }
}

async function listApplied(db: Kysely<Database>): Promise<string[]> {
  const { rows: found } = await sql<{ exists: boolean }>`
    select to_regclass('kysely_migration') is not null as exists`.execute(db)
  if (!found[0]?.exists) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map((row) => row.name)
}

async function requireAllowed(db: Kysely<Database>, newest: string): Promise<void> {
  const { rows } = await sql<{ min_binary: string }>`select min_binary from schema_info`.execute(db)
  const minBinary = rows[0]?.min_binary ?? ''
  if (minBinary > newest)
    throw new MigrationError(
      `This database needs a newer Parley: it asks for one that knows migration ${minBinary}, this one ends at ${newest}.`,
    )
}

async function writeMinBinary(db: Kysely<Database>): Promise<void> {
  await sql`insert into schema_info (min_binary) values (${oldestBinary})
    on conflict (one_row) do update set min_binary = excluded.min_binary`.execute(db)
}

/** With another encoding, or the C character type, text in other scripts is stored or folded wrongly without a word. */
async function requireUtf8(db: Kysely<Database>): Promise<void> {
  const { rows } = await sql<{ encoding: string; ctype: string }>`
    select pg_encoding_to_char(encoding) as encoding, datctype as ctype
    from pg_database where datname = current_database()`.execute(db)
  const { encoding, ctype } = rows[0] ?? {}
  if (encoding !== 'UTF8') throw new MigrationError(`The database's encoding is ${encoding}; Parley needs UTF8.`)
  if (ctype === 'C' || ctype === 'POSIX')
    throw new MigrationError(`The database's LC_CTYPE is ${ctype}; Parley needs another, C.UTF-8 for one.`)
}
