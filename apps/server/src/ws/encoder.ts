import { toTextFrame } from '@parley/core/realtime/frames'
import { type Encoder, jsonEncoder } from '@trpc/server/adapters/ws'
import type { WebSocket } from 'ws'
import { bounds } from './bounds.js'
import type { Answer, Gate } from './gate.js'
import type { LiveConnection } from './live-connection.js'

/** tRPC's own encoding for one socket, but that what comes in passes the gate, and the adapter sees only what `answer` leaves to it. */
export const createEncoder = (gate: Gate, answer: (message: unknown) => boolean): Encoder => ({
  decode(data) {
    const messages = gate.admit(jsonEncoder.decode(data))
    if (!Array.isArray(messages)) return answer(messages) ? [] : messages
    // More than anybody needs: the adapter refuses them together.
    return messages.length > bounds.frameMessages ? messages : messages.filter((message) => !answer(message))
  },
  encode(message) {
    gate.answered(message as Answer)
    return jsonEncoder.encode(message)
  },
})

/**
 * Whatever the adapter and others send goes the way of the hub's frames, so that what is sent in one turn leaves together.
 * `pass` comes before the close frame, which ws writes itself.
 */
export function sendThrough(socket: WebSocket, connection: LiveConnection, onSent: () => void): void {
  socket.send = (text: unknown) => {
    connection.write(toTextFrame(String(text)))
    onSent()
  }
  const close = socket.close.bind(socket)
  socket.close = (...reason) => {
    connection.pass()
    close(...reason)
  }
}
