import type { Clock } from '@parley/core/clock'
import type { WebSocket } from 'ws'
import { bounds } from './bounds.js'
import type { SocketCounts } from './counts.js'
import { sessionOver } from './expiry.js'

/** Its client asks too much, or says nothing. */
const policy = 1008
/** For the close frame to arrive before the socket goes. */
const farewellMs = 1_000

/** Ends who never says a word: nothing else would time them out. */
export function closeSilent(socket: WebSocket, clock: Clock): void {
  const callOff = clock.after(bounds.firstFrameMs, () => socket.close(policy, 'no first frame'))
  socket.once('message', callOff)
  socket.once('close', callOff)
}

/** Ends a socket of nobody; returns how to say that it is somebody's. */
export function closeStranger(socket: WebSocket, clock: Clock): () => void {
  const callOff = clock.after(bounds.strangerMs, () => socket.close(sessionOver, 'no session'))
  socket.once('close', callOff)
  return callOff
}

/** Ends who floods. What they have sent already is not read any more: closing alone would wait for their answer. */
export function endFlood(socket: WebSocket, counts: SocketCounts): void {
  counts.ended++
  socket.close(policy, 'too many messages')
  socket.pause()
  setTimeout(() => socket.terminate(), farewellMs).unref()
}
