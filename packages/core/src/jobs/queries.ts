import type { Db, Tx } from '@parley/db/database'
import { CompiledQuery } from 'kysely'

/** Runs what the queue library wrote; in a transaction, as a part of it. */
export const runStatement = async (db: Db | Tx, text: string, values: readonly unknown[] = []) =>
  db.executeQuery<object>(CompiledQuery.raw(text, [...values]))
