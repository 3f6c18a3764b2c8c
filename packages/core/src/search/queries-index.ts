import type { Db, Tx } from '@parley/db/database'
import { sql } from 'kysely'

/** How far the index has come in these rooms; those that another process is at are left out, the others held. */
export async function lockProgress(tx: Tx, roomIds: string[]): Promise<{ room_id: string; version: number }[]> {
  const { rows } = await sql<{ room_id: string; version: number }>`
    select room_id, version from search_progress where room_id = any(${roomIds}::uuid[])
    for update skip locked`.execute(tx)
  return rows
}

/** Those of the rooms that are still there. */
export async function listKnown(tx: Tx, roomIds: string[]): Promise<string[]> {
  const { rows } = await sql<{ room_id: string }>`
    select room_id from search_progress where room_id = any(${roomIds}::uuid[])`.execute(tx)
  return rows.map((row) => row.room_id)
}

/** Rooms with changes that the index has not come to. */
export async function listBehind(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select r.id from rooms r join search_progress p on p.room_id = r.id
    where r.version > p.version and r.deleted_at is null
      and exists (select from messages m where m.room_id = r.id and m.version > p.version)`.execute(db)
  return rows.map((row) => row.id)
}

export interface Entry {
  room_id: string
  seq: number
  created_at: Date
  /** `null`: it can be found no more. */
  tokens: number[] | null
}

/** Writes what messages are found by, where it is not so already, and how far the index has come by that. */
export async function writeEntries(
  tx: Tx,
  entries: Entry[],
  progress: { room_id: string; version: number }[],
): Promise<void> {
  // Arrays of arrays come apart in unnest; as text they do not.
  const tokens = entries.map((entry) => entry.tokens && `{${entry.tokens.join(',')}}`)
  await sql`
    with entries as (
      select room_id, at, seq, tokens::int[] as tokens from unnest(${entries.map((entry) => entry.room_id)}::uuid[],
        ${entries.map((entry) => entry.created_at)}::timestamptz[], ${entries.map((entry) => entry.seq)}::int[],
        ${tokens}::text[]) as e (room_id, at, seq, tokens)
    ), put as (
      insert into search_entries as old (room_id, at, seq, tokens)
      select room_id, at, seq, tokens from entries where tokens is not null
      on conflict (room_id, at, seq) do update set tokens = excluded.tokens
      where old.tokens is distinct from excluded.tokens
    ), gone as (
      delete from search_entries old using entries e
      where e.tokens is null and old.room_id = e.room_id and old.at = e.at and old.seq = e.seq
    )
    update search_progress p set version = n.version
    from unnest(${progress.map((one) => one.room_id)}::uuid[], ${progress.map((one) => one.version)}::bigint[])
      as n (room_id, version)
    where p.room_id = n.room_id`.execute(tx)
}
