import { type DatabaseConnection, PostgresDialect, type PostgresDialectConfig, PostgresDriver } from 'kysely'

/** A transaction that is open on a connection. */
interface Open {
  begun: Promise<void>
  hasBegun: boolean
  /** Something waits for the beginning, and whatever comes after it. */
  waits: boolean
  /** What was asked and is not answered yet. */
  unanswered: Set<Promise<unknown>>
  /** The first statement that failed: with it all of them. */
  failed?: { error: unknown }
}

/**
 * Begins a transaction without waiting for the answer, so that reads may go out together with it; what writes waits, since
 * without a transaction it would be committed by itself. The commit is not done before everything is answered, and
 * fails if anything did: PostgreSQL rolls back then, and does not call that an error.
 */
class PipeliningDriver extends PostgresDriver {
  readonly #open = new WeakMap<DatabaseConnection, Open>()
  readonly #known = new WeakSet<DatabaseConnection>()

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection()
    if (!this.#known.has(connection)) this.#follow(connection)
    return connection
  }

  #follow(connection: DatabaseConnection): void {
    this.#known.add(connection)
    const execute = connection.executeQuery.bind(connection)
    connection.executeQuery = async (query) => {
      const open = this.#open.get(connection)
      if (!open) return execute(query)
      open.waits ||= !isRead(query.sql)
      if (open.waits && !open.hasBegun) await open.begun
      const answer = execute(query)
      open.unanswered.add(answer)
      try {
        return (await Promise.all([answer, open.begun]))[0] as never
      } catch (error) {
        open.failed ??= { error }
        // Of the others PostgreSQL says only that one failed before them.
        throw open.failed.error
      } finally {
        open.unanswered.delete(answer)
      }
    }
  }

  override async beginTransaction(...[connection, settings]: Parameters<PostgresDriver['beginTransaction']>) {
    const begun = super.beginTransaction(connection, settings)
    const open: Open = { begun, hasBegun: false, waits: false, unanswered: new Set() }
    this.#open.set(connection, open)
    begun.then(
      () => (open.hasBegun = true),
      () => {},
    )
  }

  override async commitTransaction(connection: DatabaseConnection) {
    const open = this.#open.get(connection)
    const committed = super.commitTransaction(connection)
    await Promise.allSettled([...(open?.unanswered ?? [])])
    await committed
    if (open?.failed) throw open.failed.error
    this.#open.delete(connection)
  }

  override async rollbackTransaction(connection: DatabaseConnection) {
    this.#open.delete(connection)
    await super.rollbackTransaction(connection)
  }
}

const isRead = (sql: string) => /^\s*select\b/i.test(sql)

export class PipeliningDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig

  constructor(config: PostgresDialectConfig) {
    super(config)
    this.#config = config
  }

  override createDriver(): PostgresDriver {
    return new PipeliningDriver(this.#config)
  }
}
