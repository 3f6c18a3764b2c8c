import { setTimeout } from 'node:timers/promises'
import type { Measured } from '../measured.js'
import type { Sender } from './senders.js'

export interface Throughput {
  perSecond: number
  /** Microseconds of the server's CPU for each message. */
  us: number
}

interface Load {
  roomIds: string[]
  /** How many messages a sender has on their way at a time. */
  inFlight: number
  seconds: number
}

/** Each sender sends the next message as soon as one is acknowledged, to the rooms in turn. */
export async function measureThroughput(
  server: Measured,
  senders: Sender[],
  { roomIds, inFlight, seconds }: Load,
): Promise<Throughput> {
  let acknowledged = 0
  let over = false
  let next = 0
  const send = (sender: Sender) => sender.send(roomIds[next++ % roomIds.length] ?? '')
  for (const sender of senders) {
    sender.onAcknowledged = () => {
      acknowledged++
      if (!over) send(sender)
    }
    for (let at = 0; at < inFlight; at++) send(sender)
  }
  // The first second is the compiler's.
  await setTimeout(1_000)
  const before = { acknowledged, cpu: await server.cpu(), time: performance.now() }
  await setTimeout(seconds * 1_000)
  const count = acknowledged - before.acknowledged
  const perSecond = count / ((performance.now() - before.time) / 1_000)
  const us = ((await server.cpu()) - before.cpu) / count
  over = true
  // Every message that was sent is acknowledged before the next round begins.
  while (acknowledged < next) await setTimeout(20)
  return { perSecond, us }
}
