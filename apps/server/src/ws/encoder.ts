import { HandOver } from '@parley/core/realtime/hand-over'
import { type Subscription, toTextFrame } from '@parley/core/realtime/frames'
import { type Encoder, jsonEncoder } from '@trpc/server/adapters/ws'
import type { WebSocket } from 'ws'
import type { Answer, Gate } from './gate.js'
import type { HandedOver } from './handed-over.js'
import type { LiveConnection } from './live-connection.js'

/** What the adapter passes to the encoder for an event of a subscription. */
interface Outgoing extends Subscription {
  result?: { type?: string; data?: unknown }
}

/**
 * tRPC's own encoding for one socket, but for three things. What comes in passes the gate. Of a call that `answer`
 * takes upon itself, the adapter sees an empty batch. And the mark of a hand-over takes its subscription over: neither
 * it nor the end of the generator behind it is sent, and how it stops is not the adapter's matter any more.
 */
export const createEncoder = (gate: Gate, handedOver: HandedOver, answer: (message: unknown) => boolean): Encoder => ({
  decode(data) {
    const message = gate.admit(handedOver.stop(jsonEncoder.decode(data)))
    return answer(message) ? [] : message
  },
  encode(message) {
    const { id, jsonrpc, result } = message as Outgoing
    if (result?.data instanceof HandOver) {
      handedOver.take(result.data, { id, jsonrpc })
      return nothing
    }
    if (result?.type === 'stopped' && handedOver.isAdapters(id)) return nothing
    gate.answered(message as Answer)
    return jsonEncoder.encode(message)
  },
})

const nothing = ''

/**
 * Whatever the adapter and others send goes the way of the hub's frames, so that what is sent in one turn leaves together. The
 * adapter sends whatever was encoded; the nothing of a mark stays here. `pass` comes before the close frame, which ws writes itself.
 */
export function sendThrough(
  socket: WebSocket,
  connection: LiveConnection,
  onSent: () => void,
): void {
  socket.send = (text: unknown) => {
    if (text === nothing) return
    connection.write(toTextFrame(String(text)))
    onSent()
  }
  const close = socket.close.bind(socket)
  socket.close = (...reason) => {
    connection.pass()
    close(...reason)
  }
}
