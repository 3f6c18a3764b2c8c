import { v7 as newId } from 'uuid'
import { openAs, type Parley, toSend } from '../parley.js'
import { openRaw, type RawSocket } from '../raw-socket.js'

/** Somebody who can send and hears of each acknowledgement. */
export interface Sender {
  send(roomId: string): void
  onAcknowledged: () => void
  close(): void
}

const body = 'A line of talk as people write it, neither the shortest nor the longest that a room has seen to-day.'

export async function openParleySender(parley: Parley, at: number): Promise<Sender> {
  const person = parley.people[at]
  if (!person) throw new Error('Nobody to send.')
  const socket = await openAs(parley.url, person)
  let id = 0
  const sender: Sender = {
    send: (roomId) => socket.send(toSend(++id, roomId, body)),
    onAcknowledged: () => {},
    close: socket.close,
  }
  socket.onText = (payload) => {
    if (payload.length === 4) return socket.send('PONG')
    if (!payload.includes('"result"')) throw new Error(payload.toString())
    sender.onAcknowledged()
  }
  return sender
}

export async function openPeerSender(url: string, roomIds: string[]): Promise<Sender> {
  const socket = await openRaw(url, '/socket.io/?EIO=4&transport=websocket')
  await answered(socket, '0{')
  socket.send('40')
  await answered(socket, '40')
  for (const [at, roomId] of roomIds.entries()) {
    socket.send(`42${at}["open","${roomId}"]`)
    await answered(socket, `43${at}`)
  }
  let id = roomIds.length
  const sender: Sender = {
    send: (roomId) => socket.send(`42${++id}${JSON.stringify(['send', { roomId, clientId: newId(), body }])}`),
    onAcknowledged: () => {},
    close: socket.close,
  }
  socket.onText = (payload) => {
    if (payload.length === 1) return socket.send('3')
    sender.onAcknowledged()
  }
  return sender
}

/** Waits for a frame that starts so. */
const answered = (socket: RawSocket, start: string): Promise<void> =>
  new Promise((resolve) => {
    socket.onText = (payload) => void (payload.toString().startsWith(start) && resolve())
  })
