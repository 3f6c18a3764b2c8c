import { createServer } from 'node:http'
import pg from 'pg'
import { Server } from 'socket.io'
import { v7 as newId } from 'uuid'

// Socket.IO and pg with a transaction for each message: one prepared statement that advances the room's counter, under
// the lock of its row, and inserts. Fewer round trips than begin, update, insert and commit, so faster.

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 })
await pool.query(`
  create table if not exists rooms (id uuid primary key, last_seq int not null default 0);
  create table if not exists messages (
    id uuid primary key, room_id uuid not null references rooms, seq int not null, client_id uuid not null,
    sender_id uuid not null, body text not null, created_at timestamptz not null default now(),
    unique (room_id, seq), unique (room_id, sender_id, client_id))`)

const insert = {
  name: 'insert',
  text: `with room as (update rooms set last_seq = last_seq + 1 where id = $2 returning last_seq)
    insert into messages (id, room_id, seq, client_id, sender_id, body) select $1, $2, last_seq, $3, $4, $5 from room
    returning seq, created_at`,
}

const http = createServer((_request, response) => response.end())
const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false, serveClient: false })

io.on('connection', (socket) => {
  const senderId = newId()
  socket.on('open', async (roomId: string, done: () => void) => {
    await pool.query('insert into rooms (id) values ($1) on conflict do nothing', [roomId])
    await socket.join(roomId)
    done()
  })
  socket.on('send', async ({ roomId, clientId, body }: Record<string, string>, acknowledge: (sent: object) => void) => {
    const id = newId()
    const { rows } = await pool.query({ ...insert, values: [id, roomId, clientId, senderId, body] })
    acknowledge({ id, roomId, clientId, senderId, body, ...rows[0] })
  })
})

http.listen(Number(process.env['PORT']), '127.0.0.1')
