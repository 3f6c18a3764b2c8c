import { dirname, join } from 'node:path'
import { findPostgres } from '@parley/testkit/databases/find-postgres'
import { startCluster } from '@parley/testkit/databases/cluster'
import pg from 'pg'

/** A message's row as it stands at the end. */
export interface Row {
  id: string
  roomId: string
  seq: number
  version: number
  senderId: string
  /** `text`, or what a note says of `personId`. */
  kind: string
  /** Who was added or removed; of anything else, who sent it. */
  personId: string
  clientId: string
  threadRootId: string | null
}

/** A PostgreSQL of this run alone, which writes to the disk before it says so. */
export interface Database {
  port: number
  /** Ends every server process without a word, and recovers. */
  crash(): Promise<void>
  readRooms(): Promise<{ id: string; version: number; lastSeq: number }[]>
  readRows(): Promise<Row[]>
  stop(): Promise<void>
}

export async function startDatabase(): Promise<Database> {
  let run: ((program: string, args: string[]) => Promise<void>) | undefined
  const cluster = await startCluster({
    settings: { fsync: 'on', synchronous_commit: 'on' },
    prepare: async (_folder, runAsOwner) => void (run = runAsOwner),
  })

  async function crash(): Promise<void> {
    const log = join(dirname(cluster.folder), 'log')
    await run?.(join(findPostgres() ?? '', 'pg_ctl'), [
      '-w',
      '-D',
      cluster.folder,
      '-l',
      log,
      '-m',
      'immediate',
      'restart',
    ])
  }

  /** Read beside the server, as it is committed. */
  async function read<R extends object>(statement: string): Promise<R[]> {
    const client = new pg.Client({ connectionString: cluster.url })
    await client.connect()
    try {
      return (await client.query<R>(statement)).rows
    } finally {
      await client.end()
    }
  }

  return {
    port: Number(new URL(cluster.url).port),
    crash,
    readRooms: () => read('select id, version::float8 as version, last_seq::float8 as "lastSeq" from rooms'),
    readRows: () =>
      // A note of adding or removing has the name of whom it is about; here nobody shares one.
      read(`select m.id, room_id as "roomId", seq::float8 as seq, version::float8 as version, sender_id as "senderId",
        kind, coalesce(u.id, sender_id) as "personId", client_id as "clientId", thread_root_id as "threadRootId"
        from messages m left join users u on kind in ('added', 'removed') and u.display_name = body
        order by room_id, seq`),
    stop: cluster.stop,
  }
}
