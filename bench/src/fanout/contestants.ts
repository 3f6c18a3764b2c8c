import { setTimeout } from 'node:timers/promises'
import { type Measured, startPeer } from '../measured.js'
import { openAs, startParley, toCall, toSend } from '../parley.js'
import { startPostgres } from '../postgres.js'
import { openRaw, type RawSocket } from '../raw-socket.js'

/** What has arrived at all listeners together. */
export interface Counts {
  deliveries: number
  bytes: number
  /** Frames that are no delivery of a message: Parley's inbox activity. */
  extra: number
}

/** One server in the race, with a room that a thousand can listen to. */
export interface Contestant {
  server: Measured
  listen(): Promise<RawSocket>
  /** Says all of these in the room, in one write. */
  say(bodies: string[]): void
  counts: Counts
  stop(): Promise<void>
}

export type Name = 'ws' | 'socketio' | 'stock' | 'parley'

export const contestants: Record<Name, (listeners: number) => Promise<Contestant>> = {
  ws: startWs,
  socketio: startSocketIo,
  stock: startStock,
  parley: startParleyRoom,
}

const noCounts = (): Counts => ({ deliveries: 0, bytes: 0, extra: 0 })

async function startWs(): Promise<Contestant> {
  const server = await startPeer(new URL('peer-ws.ts', import.meta.url))
  const counts = noCounts()
  const sender = await openRaw(server.url, '/')
  const listen = async () => {
    const socket = await openRaw(server.url, '/listen')
    await first(socket, (text) => text === 'ready')
    socket.onText = (payload) => {
      counts.deliveries++
      counts.bytes += payload.length
    }
    return socket
  }
  const say = (bodies: string[]) => sender.sendAll(bodies.map((body) => JSON.stringify({ body })))
  return { server, counts, listen, say, stop: server.stop }
}

async function startSocketIo(): Promise<Contestant> {
  const server = await startPeer(new URL('peer-socketio.ts', import.meta.url))
  const counts = noCounts()

  /** Engine.IO's handshake, then Socket.IO's. */
  async function open(): Promise<RawSocket> {
    const socket = await openRaw(server.url, '/socket.io/?EIO=4&transport=websocket')
    await first(socket, (text) => text.startsWith('0{'))
    const connected = first(socket, (text) => text.startsWith('40'))
    socket.send('40')
    await connected
    return socket
  }

  const sender = await open()
  sender.onText = (payload) => answerPing(sender, payload)
  const listen = async () => {
    const socket = await open()
    const joined = first(socket, (text) => text.startsWith('430'))
    socket.send('420["listen"]')
    await joined
    socket.onText = (payload) => {
      if (payload[0] !== 0x34) return answerPing(socket, payload)
      counts.deliveries++
      counts.bytes += payload.length
    }
    return socket
  }
  const say = (bodies: string[]) => sender.sendAll(bodies.map((body) => `42${JSON.stringify(['say', body])}`))
  return { server, counts, listen, say, stop: server.stop }
}

function answerPing(socket: RawSocket, payload: Buffer): void {
  if (payload.length === 1 && payload[0] === 0x32) socket.send('3')
}

/** What tRPC's frames begin with: `{"id":1,` is of the messages, `{"id":2,` of the inbox. */
const idAt = '{"id":'.length

function countByRpcId(socket: RawSocket, counts: Counts): void {
  socket.onText = (payload) => {
    if (payload[idAt] === 0x31) {
      counts.deliveries++
      counts.bytes += payload.length
    } else if (payload[idAt] === 0x32) counts.extra++
    else if (payload.length === 4) socket.send('PONG')
  }
}

async function startStock(): Promise<Contestant> {
  const server = await startPeer(new URL('peer-stock.ts', import.meta.url))
  const counts = noCounts()
  const sender = await openRaw(server.url, '/')
  const listen = async () => {
    const socket = await openRaw(server.url, '/')
    await subscribe(socket, 'watch', 'inbox')
    countByRpcId(socket, counts)
    return socket
  }
  const say = (bodies: string[]) => sender.sendAll(bodies.map((body) => toCall(9, 'mutation', 'send', { body })))
  return { server, counts, listen, say, stop: server.stop }
}

async function startParleyRoom(listeners: number): Promise<Contestant> {
  const postgres = await startPostgres('on')
  const server = await startParley({ databaseUrl: await postgres.create(), people: listeners + 1, rooms: 1 })
  const [roomId = ''] = server.roomIds
  const [speaker, ...people] = server.people
  if (!speaker) throw new Error('Nobody to speak.')
  const counts = noCounts()
  const sender = await openAs(server.url, speaker)
  sender.onText = (payload) => {
    // It may be asked whether it is there before a thousand have come.
    if (payload.length === 4) return sender.send('PONG')
    if (payload.includes('"error"')) throw new Error(payload.toString())
  }
  let next = 0
  const listen = async () => {
    const person = people[next++]
    if (!person) throw new Error('Nobody is left to listen.')
    const socket = await openAs(server.url, person)
    await subscribe(socket, 'messages.watch', 'rooms.watch', { roomId })
    countByRpcId(socket, counts)
    return socket
  }
  const stop = async () => {
    await server.stop()
    await postgres.stop()
  }
  let id = 0
  const say = (bodies: string[]) => sender.sendAll(bodies.map((body) => toSend(++id, roomId, body)))
  return { server, counts, listen, say, stop }
}

/** Both subscriptions of a listener, until both are live. */
async function subscribe(socket: RawSocket, watch: string, inbox: string, input?: object): Promise<void> {
  let left = 2
  const live = new Promise<void>((resolve, reject) => {
    socket.onText = (payload) => {
      const text = payload.toString()
      if (text.includes('"error"')) reject(new Error(text))
      if (text.includes('"ready"') && --left === 0) resolve()
    }
  })
  socket.sendAll([toCall(1, 'subscription', watch, input), toCall(2, 'subscription', inbox)])
  await live
}

function first(socket: RawSocket, matches: (text: string) => boolean): Promise<void> {
  return new Promise((resolve) => {
    socket.onText = (payload) => void (matches(payload.toString()) && resolve())
  })
}

/** Settles when the count is reached; fails when nothing comes any more. */
export async function arrived(counts: Counts, deliveries: number): Promise<void> {
  for (let last = -1, quiet = 0; counts.deliveries < deliveries; await setTimeout(5)) {
    quiet = counts.deliveries === last ? quiet + 1 : 0
    last = counts.deliveries
    if (quiet > 4_000) throw new Error(`Only ${last} of ${deliveries} deliveries arrived.`)
  }
}
