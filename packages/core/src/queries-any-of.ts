import { sql } from 'kysely'

/** `= any($1)`: one statement however many ids there are, where `in` would be another one for each number. */
export const anyOf = (ids: readonly string[]) => sql<string>`any(${ids}::uuid[])`
