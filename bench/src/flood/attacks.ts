import { connect, type Socket } from 'node:net'
import { toCall } from '../parley.js'
import { malformed, toFrame } from './frames.js'
import { keepComing, type Target } from './line.js'
import { count, type Tally } from './tally.js'

const range = (length: number) => Array.from({ length }, (_, at) => at)
/** Not those of who talks: each attacker has addresses of this machine of their own. */
const address = (at: number) => `127.0.1.${at + 1}`
const restMs = 20
const tickMs = 10

const login = (token: string | null) =>
  toFrame(
    JSON.stringify({ method: 'connectionParams', data: token === null ? {} : { authorization: `Bearer ${token}` } }),
  )

/** Every tick, until the socket is gone; who is not read from waits. */
function repeat(socket: Socket, run: () => void, ms = tickMs): void {
  const timer = setInterval(() => socket.writableLength < 1024 * 1024 && run(), ms)
  socket.once('close', () => clearInterval(timer))
}

const writer = (tally: Tally, socket: Socket) => (frames: Buffer[]) => {
  tally.sent += frames.length
  socket.write(Buffer.concat(frames))
}

/** Each goes on until the process ends. */
export const attacks = {
  /** 10,000 calls a second. */
  frames(target: Target, tally: Tally) {
    const perTick = (10_000 * tickMs) / 1_000
    let id = 0
    const ping = () => toFrame(toCall(++id, 'query', 'health.ping'))
    const onOpen = (socket: Socket) => {
      const write = writer(tally, socket)
      socket.write(login(target.token))
      repeat(socket, () => write(range(perTick).map(ping)))
    }
    keepComing(target, tally, { address: address(0), restMs, onOpen })
  },

  /** 10,000 subscriptions at once. */
  subscriptions(target: Target, tally: Tally) {
    const all = range(10_000).map((at) =>
      toFrame(toCall(at + 1, 'subscription', 'messages.watch', { roomId: target.roomId })),
    )
    const onOpen = (socket: Socket) => {
      socket.write(login(target.token))
      writer(tally, socket)(all)
    }
    keepComing(target, tally, { address: address(0), restMs, onOpen })
  },

  /** A message that is begun and never ended, 10,000 pieces a second. */
  fragments(target: Target, tally: Tally) {
    const pieces = range((10_000 * tickMs) / 1_000).map(() => toFrame('and', 0x00))
    const onOpen = (socket: Socket) => {
      const write = writer(tally, socket)
      socket.write(login(target.token))
      write([toFrame('"', 0x01)])
      repeat(socket, () => write(pieces))
    }
    keepComing(target, tally, { address: address(0), restMs, onOpen })
  },

  /** 2,000 sockets of nobody, from ten addresses, each with a call a second. */
  strangers(target: Target, tally: Tally) {
    const ping = toFrame(toCall(1, 'query', 'health.ping'))
    for (const at of range(2_000))
      keepComing(target, tally, {
        address: address(at % 10),
        restMs: 1_000,
        onOpen(socket) {
          const write = writer(tally, socket)
          socket.write(login(null))
          repeat(socket, () => write([ping]), 1_000)
        },
      })
  },

  /** 500 requests for a socket that come byte by byte. */
  loris({ url }: Target, tally: Tally) {
    const { hostname: host, port } = new URL(url)
    const start = (at: number) => {
      const socket = connect({ host, port: Number(port), localAddress: address(at % 10) })
      let status: string | undefined
      socket.on('error', () => {})
      socket.once('data', (data: Buffer) => (status = data.toString('latin1', 9, 12)))
      socket.write('GET /trpc HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nX-Slow: ')
      tally.opened++
      repeat(socket, () => (tally.sent++, socket.write('a')), 500)
      socket.once('close', () => {
        count(status ? tally.refused : tally.closed, status ?? 'cut')
        setTimeout(() => start(at), restMs)
      })
    }
    for (const at of range(500)) start(at)
  },

  /** Twenty sockets, each with another kind of nonsense, as often as it may come back. */
  malformed(target: Target, tally: Tally) {
    for (const at of range(20))
      keepComing(target, tally, {
        address: address(at % 10),
        restMs,
        onOpen(socket) {
          const write = writer(tally, socket)
          const nonsense = range(10).map(() => malformed[at % malformed.length]!)
          socket.write(login(target.token))
          repeat(socket, () => write(nonsense))
        },
      })
  },
}

export type Attack = keyof typeof attacks
