import { CompiledQuery } from 'kysely'
import type { Db, Tx } from './database.js'

/** A statement of a hot path, in SQL with `$1`…: nothing is built and compiled for each call. */
export interface Statement<R> {
  (db: Db | Tx, parameters: readonly unknown[]): Promise<R[]>
  /** Hands it over without waiting: what is asked next of the same transaction, or its commit, goes right behind it. */
  ask(tx: Tx, parameters: readonly unknown[]): Promise<Asked<R>>
}

/** A statement on its way. Where it fails, and nobody waits for it, the transaction's commit does. */
export interface Asked<R> {
  answer: Promise<R[]>
}

export function statement<R = never>(sql: string): Statement<R> {
  const run = async (db: Db | Tx, parameters: readonly unknown[]) =>
    (await db.executeQuery<R>(CompiledQuery.raw(sql, [...parameters]))).rows
  const ask = (tx: Tx, parameters: readonly unknown[]): Promise<Asked<R>> =>
    tx.getExecutor().provideConnection(async (connection) => {
      const answer = connection.executeQuery<R>(CompiledQuery.raw(sql, [...parameters])).then(({ rows }) => rows)
      answer.catch(() => {})
      return { answer }
    })
  return Object.assign(run, { ask })
}
