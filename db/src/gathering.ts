import pg from 'pg'

/** What pg's client asks of a query. Its types tell of `submit` alone. */
interface Query {
  submit(connection: Connection): Error | null
  handleRowDescription(message: unknown): void
  handleDataRow(message: unknown): void
  handleEmptyQuery(connection: Connection): void
  handleCommandComplete(message: unknown, connection: Connection): void
  handleReadyForQuery(connection: Connection): void
  handleError(error: Error, connection: Connection): void
}

interface Connection {
  _send(part: Buffer): unknown
  /** Ends what is asked: PostgreSQL sends its answers then, and after an error listens again. */
  sync(): void
}

/**
 * Several queries of pg with one `Sync` behind them all: PostgreSQL answers them in one go, and after one that fails does
 * none of the rest. Each takes its answer as it always does.
 */
class Batch extends pg.Query {
  readonly #queries: Query[]
  /** Which of them is being answered. */
  #at = 0

  constructor(queries: Query[]) {
    super('')
    this.#queries = queries
  }

  override submit = (given: unknown): void => {
    const connection = given as Connection
    const parts: Buffer[] = []
    let refused = false
    // A query sends its parts and a `Sync`, and says `close` where one of its values cannot be sent.
    const within = Object.create(connection, {
      _send: { value: (part: Buffer) => parts.push(part) },
      sync: { value() {} },
      close: { value: () => (refused = true) },
    }) as Connection
    const last = this.#queries.findIndex((query) => {
      query.submit(within)
      return refused
    })
    if (refused) this.#leaveOut(this.#queries.splice(last).slice(1), connection)
    connection.sync.call(within)
    connection._send(Buffer.concat(parts))
  }

  #leaveOut(queries: Query[], connection: Connection): void {
    for (const query of queries)
      query.handleError(new Error('What was asked before this could not be sent.'), connection)
  }

  handleRowDescription(message: unknown): void {
    this.#queries[this.#at]?.handleRowDescription(message)
  }

  handleDataRow(message: unknown): void {
    this.#queries[this.#at]?.handleDataRow(message)
  }

  handleEmptyQuery(connection: Connection): void {
    this.#queries[this.#at++]?.handleEmptyQuery(connection)
  }

  handleCommandComplete(message: unknown, connection: Connection): void {
    this.#queries[this.#at++]?.handleCommandComplete(message, connection)
  }

  handleReadyForQuery(connection: Connection): void {
    for (const query of this.#queries) query.handleReadyForQuery(connection)
  }

  handleError(error: Error, connection: Connection): void {
    for (const [at, query] of this.#queries.entries())
      if (at < this.#at) query.handleReadyForQuery(connection)
      else query.handleError(error, connection)
  }
}

type Types = Pick<typeof pg.types, 'getTypeParser'>

/**
 * Has all that is asked of a client before the event loop goes on leave in one go and be answered in one go: to be woken
 * costs either side as much as a short statement does. `begin` and the reads behind it are one batch, and so are an
 * insert and its `commit`. Where one fails the rest is not done.
 */
export function gatherQueries(client: pg.ClientBase, types: Types): void {
  const ask = client.query.bind(client) as (query: unknown, values?: unknown) => Promise<pg.QueryResult>
  let waiting: { query: Query; alone(): Promise<void> }[] = []

  function send(): void {
    const asked = waiting
    waiting = []
    const [only] = asked
    if (asked.length === 1) void only?.alone()
    else void ask(new Batch(asked.map(({ query }) => query)))
  }

  client.query = ((text: unknown, values?: unknown[]) => {
    if (typeof text !== 'string') return ask(text, values)
    return new Promise<unknown>((resolve, reject) => {
      const query = new pg.Query(
        { text, values: values ?? [], types, queryMode: 'extended' } as pg.QueryConfig,
        (error, result) => (error ? reject(error) : resolve(result)),
      )
      const alone = () => ask(text, values).then(resolve, reject)
      if (waiting.push({ query: query as unknown as Query, alone }) === 1) process.nextTick(send)
    })
  }) as typeof client.query
}
