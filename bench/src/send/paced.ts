import { setTimeout } from 'node:timers/promises'
import { openAs, type Parley, toCall, toSend } from '../parley.js'
import type { RawSocket } from '../raw-socket.js'

interface Load {
  perSecond: number
  seconds: number
  watchersPerRoom: number
  senders: number
}

/** Those who talk and those who listen, over sockets of their own. */
export interface Crowd {
  /** Sends at the load's rate, whatever comes back; returns the milliseconds from each send to each receipt. */
  talk(seconds: number): Promise<number[]>
  close(): void
}

export async function openCrowd(
  parley: Parley,
  { perSecond, watchersPerRoom, senders }: Omit<Load, 'seconds'>,
): Promise<Crowd> {
  let taken: number[] = []
  let said = 0
  const watchers: RawSocket[] = []
  for (const roomId of parley.roomIds)
    for (let at = 0; at < watchersPerRoom; at++)
      watchers.push(await watch(parley, senders + at, roomId, (ms) => taken.push(ms)))
  const sockets: RawSocket[] = []
  for (let at = 0; at < senders; at++) {
    const person = parley.people[at]
    if (person) sockets.push(await openAs(parley.url, person))
  }
  return {
    async talk(seconds) {
      taken = []
      const count = perSecond * seconds
      const began = performance.now()
      for (let at = 0; at < count;) {
        for (const due = ((performance.now() - began) / 1_000) * perSecond; at < due && at < count; at++, said++)
          sockets[said % senders]?.send(toSend(said, parley.roomIds[said % parley.roomIds.length] ?? '', toBody()))
        await setTimeout(1)
      }
      const expected = count * watchersPerRoom
      for (let waits = 0; waits < 100 && (waits < 10 || taken.length < expected); waits++) await setTimeout(50)
      if (taken.length !== expected) throw new Error(`${taken.length} receipts instead of ${expected}`)
      return taken
    },
    close() {
      for (const socket of [...watchers, ...sockets]) socket.close()
    },
  }
}

/** Sends at a fixed rate, whatever comes back, and returns the milliseconds from each send to each receipt. */
export async function measureLatency(parley: Parley, load: Load): Promise<number[]> {
  const crowd = await openCrowd(parley, load)
  await crowd.talk(1)
  const taken = await crowd.talk(load.seconds)
  crowd.close()
  return taken
}

/** The time of the sending stands in the message: load and clock are of one process. */
const toBody = () => `sent=${performance.now().toFixed(3).padStart(14)} and something for people to read besides that`

async function watch(
  parley: Parley,
  person: number,
  roomId: string,
  onReceipt: (ms: number) => void,
): Promise<RawSocket> {
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
    if (at >= 0) onReceipt(performance.now() - Number(payload.toString('latin1', at + 5, at + 19)))
    else if (payload.length === 4) socket.send('PONG')
  }
  return socket
}
