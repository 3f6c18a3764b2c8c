import type { Clock } from '@parley/core/clock'
import type { WebSocket } from 'ws'

/** Closed because the session or its access token is over: log in or refresh before coming back. */
export const sessionOver = 4401

/** tRPC's word for: open another socket, with a fresh token, and move over to it. */
export const reconnectFrame = JSON.stringify({ id: null, method: 'reconnect' })

const warnMs = 30_000
const shortMs = 60_000
const longestTimerMs = 2 ** 31 - 1

/**
 * Ends a socket with its access token. Half a minute before, a client is asked once to reconnect, which it does with
 * a fresh token and without a gap. A token that had under a minute left when it came is not asked: whoever can only
 * show that one would reconnect for ever. API tokens may have no end; of a distant one, a timer reaches 24 days.
 */
export function closeAtExpiry(socket: WebSocket, expiresAt: Date | null, clock: Clock): void {
  if (!expiresAt) return
  const left = Math.min(expiresAt.getTime() - clock.now(), longestTimerMs)
  const alarms = [clock.after(left, () => socket.close(sessionOver, 'token expired'))]
  if (left > shortMs) alarms.push(clock.after(left - warnMs, () => socket.send(reconnectFrame)))
  socket.once('close', () => {
    for (const callOff of alarms) callOff()
  })
}
