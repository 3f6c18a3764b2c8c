import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** A way of TCP to a port on which weather can be made. Bytes are held or lost with their connection, never reordered. */
export interface Link {
  port: number
  cut(): void
  /** Ends the near side at once and leaves the far side open and unread for a while. */
  vanish(ms: number): void
  /** Nothing passes for a while; `toNear`: only what comes from the far side is held. */
  stall(ms: number, way: 'both' | 'toNear'): void
  /** For `forMs`, everything arrives `ms` later. */
  delay(ms: number, forMs: number): void
  /** Leads to another port from now on; what is connected stays where it is. */
  aim(target: number): void
  /** Good weather from now on. */
  clear(): void
  close(): void
}

interface Weather {
  stalledUntil: { toNear: number; toFar: number }
  delayMs: number
  delayedUntil: number
}

const maxHeld = 256 * 1024
const calm = (): Weather => ({ stalledUntil: { toNear: 0, toFar: 0 }, delayMs: 0, delayedUntil: 0 })

/** Listens on a free port of the loopback and carries to `target`. */
export async function createLink(target: number): Promise<Link> {
  let weather = calm()
  const pairs = new Set<{ near: Socket; far: Socket }>()

  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1')
    const pair = { near, far }
    pairs.add(pair)
    for (const socket of [near, far]) {
      socket.setNoDelay(true)
      socket.on('error', () => {})
      socket.on('close', () => {
        if (!pairs.delete(pair)) return
        near.destroy()
        far.destroy()
      })
    }
    carry(near, far, 'toFar', () => weather)
    carry(far, near, 'toNear', () => weather)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  function cut(): void {
    for (const { near, far } of pairs) {
      near.destroy()
      far.destroy()
    }
  }

  return {
    port: (server.address() as AddressInfo).port,
    cut,
    vanish(ms) {
      for (const pair of [...pairs]) {
        pairs.delete(pair)
        pair.near.destroy()
        pair.far.pause()
        setTimeout(() => pair.far.destroy(), ms).unref()
      }
    },
    stall(ms, way) {
      const until = performance.now() + ms
      weather.stalledUntil = { toNear: until, toFar: way === 'both' ? until : 0 }
    },
    delay(ms, forMs) {
      weather.delayMs = ms
      weather.delayedUntil = performance.now() + forMs
    },
    aim: (port) => void (target = port),
    clear: () => void (weather = calm()),
    close() {
      cut()
      server.close()
    },
  }
}

/** Carries one direction, in order; who sends faster than the weather allows is made to wait. */
function carry(from: Socket, to: Socket, way: 'toNear' | 'toFar', weather: () => Weather): void {
  const held: { chunk: Buffer; due: number }[] = []
  let bytes = 0
  let carrying = false

  async function run(): Promise<void> {
    carrying = true
    for (let next = held[0]; next; next = held[0]) {
      const left = Math.max(Math.min(next.due, weather().delayedUntil), weather().stalledUntil[way]) - performance.now()
      if (left > 0) await sleep(Math.min(left, 20))
      else {
        held.shift()
        bytes -= next.chunk.length
        if (to.destroyed) break
        if (!to.write(next.chunk)) await Promise.race([once(to, 'drain'), once(to, 'close')]).catch(() => {})
        if (bytes < maxHeld / 2) from.resume()
      }
    }
    carrying = false
  }

  from.on('data', (chunk: Buffer) => {
    const now = performance.now()
    held.push({ chunk, due: now < weather().delayedUntil ? now + weather().delayMs : now })
    bytes += chunk.length
    if (bytes >= maxHeld) from.pause()
    if (!carrying) void run()
  })
}
