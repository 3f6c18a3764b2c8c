import { toTextFrame } from '@parley/core/realtime/frames'
import { type Encoder, jsonEncoder } from '@trpc/server/adapters/ws'
import type { WebSocket } from 'ws'
import type { DirectSends } from './direct-send.js'
import type { Answer, Gate } from './gate.js'
import type { LiveConnection } from './live-connection.js'
import type { Subscriptions } from './subscriptions.js'

/** tRPC's own encoding, but that what comes in passes the gate, and what others answer is kept from the adapter. */
export const createEncoder = (gate: Gate, direct: DirectSends, subscriptions: Subscriptions): Encoder => ({
  decode(data) {
    const frame = gate.admit(() => subscriptions.stop(jsonEncoder.decode(data)))
    return direct.answer(frame) ? [] : subscriptions.begin(frame)
  },
  encode(message) {
    gate.answered(message as Answer)
    return jsonEncoder.encode(message)
  },
})

/**
 * Whatever the adapter and others send goes the way of the hub's frames, so that what is sent in one turn leaves
 * together. `pass` comes before the close frame, which ws writes itself; what comes in after it is not answered.
 */
export function sendThrough(socket: WebSocket, connection: LiveConnection, gate: Gate, onSent: () => void): void {
  socket.send = (text: unknown) => {
    connection.write(toTextFrame(String(text)))
    onSent()
  }
  const close = socket.close.bind(socket)
  socket.close = (...reason) => {
    connection.pass()
    gate.close()
    close(...reason)
  }
}
