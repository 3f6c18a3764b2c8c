import { CompiledQuery } from 'kysely'
import type { Db, Tx } from './database.js'

/** A statement of a hot path, in SQL with `$1`…: nothing is built and compiled for each call. */
export const statement =
  <R = never>(sql: string) =>
  async (db: Db | Tx, parameters: readonly unknown[]): Promise<R[]> =>
    (await db.executeQuery<R>(CompiledQuery.raw(sql, [...parameters]))).rows
