import { setTimeout } from 'node:timers/promises'
import { openAs, type Parley, toCall, toSend } from '../parley.js'
import type { RawSocket } from '../raw-socket.js'

interface Load {
  perSecond: number
  seconds: number
  watchersPerRoom: number
  senders: number
}

/** Sends at a fixed rate, whatever comes back, and returns the milliseconds from each send to each receipt. */
export async function measureLatency(
  parley: Parley,
  { perSecond, seconds, watchersPerRoom, senders }: Load,
): Promise<number[]> {
  const taken: number[] = []
  const watchers: RawSocket[] = []
  for (const roomId of parley.roomIds)
    for (let at = 0; at < watchersPerRoom; at++) watchers.push(await watch(parley, senders + at, roomId, taken))
  const sockets: RawSocket[] = []
  for (let at = 0; at < senders; at++) {
    const person = parley.people[at]
    if (person) sockets.push(await openAs(parley.url, person))
  }
  const run = async (count: number) => {
    const began = performance.now()
    for (let at = 0; at < count;) {
      for (const due = ((performance.now() - began) / 1_000) * perSecond; at < due && at < count; at++)
        sockets[at % senders]?.send(toSend(at + 1, parley.roomIds[at % parley.roomIds.length] ?? '', toBody()))
      await setTimeout(1)
    }
    await setTimeout(500)
  }
  await run(perSecond)
  taken.length = 0
  await run(perSecond * seconds)
  for (const socket of [...watchers, ...sockets]) socket.close()
  const expected = perSecond * seconds * watchersPerRoom
  if (taken.length !== expected) throw new Error(`${taken.length} receipts instead of ${expected}`)
  return taken
}

/** The time of the sending stands in the message: load and clock are of one process. */
const toBody = () => `sent=${performance.now().toFixed(3).padStart(14)} and something for people to read besides that`

async function watch(parley: Parley, person: number, roomId: string, taken: number[]): Promise<RawSocket> {
  const who = parley.people[person]
  if (!who) throw new Error('Nobody to watch.')
  const socket = await openAs(parley.url, who)
  const ready = new Promise<void>((resolve) => {
    socket.onText = (payload) => void (payload.includes('"ready"') && resolve())
  })
  socket.send(toCall(1, 'subscription', 'messages.watch', { roomId }))
  await ready
  socket.onText = (payload) => {
    const at = payload.indexOf('sent=')
    if (at >= 0) taken.push(performance.now() - Number(payload.toString('latin1', at + 5, at + 19)))
    else if (payload.length === 4) socket.send('PONG')
  }
  return socket
}
