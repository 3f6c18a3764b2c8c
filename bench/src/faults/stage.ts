import { type Client, createClient } from './client.js'
import { type Database, startDatabase } from './database.js'
import { createLink, type Link } from './proxy.js'
import { createServer, type Server } from './server.js'

/** Everything that faults are done to, from the clients to the database, with a link wherever there is a way between. */
export interface Stage {
  server: Server
  database: Database
  /** Between the server and its database. */
  databaseLink: Link
  clients: Client[]
  /** Between each client and the server. */
  links: Link[]
  /** Public; the first client made them and is in all of them. */
  rooms: string[]
  life: boolean
  close(): Promise<void>
}

const roomCount = 6

export interface StageOptions {
  /** How many clients. */
  count: number
  /** Whether tokens end, and some have no socket. */
  life: boolean
}

/** Starts a database, the server that is built in `folder`, and this many clients who have signed up. */
export async function openStage(folder: string, { count, life }: StageOptions): Promise<Stage> {
  const open: (() => Promise<void> | void)[] = []
  const close = async () => {
    for (const end of open.splice(0).toReversed()) await end()
  }
  try {
    const database = await startDatabase()
    open.push(database.stop)
    const databaseLink = await createLink(database.port)
    open.push(databaseLink.close)
    const server = await createServer(folder, databaseLink.port)
    open.push(server.end)
    await server.start()

    const links: Link[] = []
    const clients: Client[] = []
    for (let at = 0; at < count; at++) {
      const link = await createLink(server.port)
      links.push(link)
      open.push(link.close)
      // Every third listens to event streams, as one does behind a proxy that lets no socket through.
      const way = { port: link.port, streams: life && at % 3 === 2, ...(life && { jwtSecret: server.jwtSecret }) }
      const client = await createClient(`person-${at}`, server.port, way)
      clients.push(client)
      open.push(client.close)
    }
    const rooms: string[] = []
    for (let at = 0; at < roomCount; at++) {
      const room = await clients[0]?.trpc.rooms.create.mutate({ kind: 'public', name: `Room ${at}` })
      if (!room) continue
      // Its log then says who came and went.
      await clients[0]?.trpc.rooms.update.mutate({ roomId: room.id, announces: true })
      rooms.push(room.id)
    }
    return { server, database, databaseLink, clients, links, rooms, life, close }
  } catch (error) {
    await close()
    throw error
  }
}
