import { setTimeout as sleep } from 'node:timers/promises'
import type { WebSocket } from 'ws'
import type { SocketCounts } from './counts.js'
import { reconnectFrame } from './expiry.js'

/** Everybody is asked to move within this time, some every tick: the next process gets a ramp of them. */
const wavesMs = 2_500
const tickMs = 50
/** How many are asked at once where there are few: nobody waits for the sake of waiting. */
const fewest = 10
/** For who was asked last to come up elsewhere; clients take up to a second before they try. */
const moveMs = 2_000
/** Whatever is still under way then is cut: an orchestrator kills after ten seconds. */
const callsMs = 1_500

/**
 * Moves the clients of a process that is to end over to its successor. Asked to reconnect, tRPC's client keeps its
 * socket until it has another one and its subscriptions live there, so nobody misses an event or fails a call.
 */
export async function drain(clients: Set<WebSocket>, counts: SocketCounts): Promise<void> {
  const asked = shuffle([...clients])
  const perTick = Math.max(fewest, Math.ceil(asked.length / (wavesMs / tickMs)))
  for (let at = 0; at < asked.length; at += perTick) {
    for (const client of asked.slice(at, at + perTick)) client.send(reconnectFrame)
    await sleep(tickMs)
  }
  await until(() => clients.size === 0, moveMs)
  await until(() => counts.callsUnderWay === 0, callsMs)
}

async function until(reached: () => boolean, ms: number): Promise<void> {
  for (const end = performance.now() + ms; !reached() && performance.now() < end;) await sleep(20)
}

/** Who connected together is not to come back together. */
function shuffle<T>(items: T[]): T[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item)
}
