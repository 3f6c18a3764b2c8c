import { createServer } from 'node:http'
import type { Socket } from 'node:net'
import superjson from 'superjson'
import { WebSocketServer, type WebSocket } from 'ws'
import { toMessage } from './message.js'

// Bare ws: the JSON of a message is made once, and its buffer is sent to every client. What arrives in one turn of
// the event loop goes out corked, in one write for each client. Whoever sends is not a listener.

const http = createServer((_request, response) => response.end())
const wss = new WebSocketServer({ server: http, perMessageDeflate: false })
const listeners = new Set<WebSocket>()
let seq = 0
let batch: Buffer[] = []

function flush(): void {
  const ready = batch
  batch = []
  for (const client of listeners) {
    const { _socket: raw } = client as unknown as { _socket: Socket }
    raw.cork()
    for (const buffer of ready) client.send(buffer, { binary: false })
    raw.uncork()
  }
}

wss.on('connection', (client, request) => {
  if (request.url === '/listen') {
    listeners.add(client)
    client.on('close', () => listeners.delete(client))
    client.send('ready')
  }
  client.on('message', (data: Buffer) => {
    const { body } = JSON.parse(data.toString()) as { body: string }
    const event = { type: 'message', version: ++seq, message: toMessage(body, seq) }
    if (batch.length === 0) setImmediate(flush)
    batch.push(Buffer.from(superjson.stringify({ id: String(seq), data: event })))
  })
})

http.listen(Number(process.env['PORT']), '127.0.0.1')
