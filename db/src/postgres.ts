import pg from 'pg'
import { gatherQueries } from './gathering.js'

/** A pool on PostgreSQL ≥ 15. `onError` hears of idle connections that broke; the pool replaces them. */
export function openPostgres(url: string, onError: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString: withLibpqSsl(url),
    max: 10,
    connectionTimeoutMillis: 10_000,
    application_name: 'parley',
    types: { getTypeParser },
    // A server that went away without a word is noticed.
    keepAlive: true,
    // Statements go out as they are asked; the answers come in their order.
    pipeline: true,
  })
  // One that breaks between two statements of a transaction tells nobody but itself, and unheard that ends the process.
  // The next statement fails by it.
  pool.on('connect', (client) => {
    client.on('error', () => {})
    gatherQueries(client, { getTypeParser })
  })
  return pool.on('error', onError)
}

type GetTypeParser = typeof pg.types.getTypeParser

/** int8 as a number, as the embedded database gives it; no counter of ours comes near 2^53. */
const getTypeParser: GetTypeParser = (...given: Parameters<GetTypeParser>) =>
  given[0] === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(...given)

/** `sslmode=require` as libpq means it: encrypted, whoever signed the certificate. Managed databases rely on it. */
function withLibpqSsl(url: string): string {
  const parsed = new URL(url)
  if (parsed.searchParams.has('sslmode') && !parsed.searchParams.has('uselibpqcompat'))
    parsed.searchParams.set('uselibpqcompat', 'true')
  return parsed.toString()
}
