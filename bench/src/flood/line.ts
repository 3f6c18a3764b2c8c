import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import type { Socket } from 'node:net'
import { count, type Tally } from './tally.js'

/** Of all sockets of this process. */
let openNow = 0

export interface Target {
  url: string
  /** Of those who attack as members of the room. */
  token: string
  roomId: string
}

/**
 * Keeps one socket up: when it is refused or closed it comes back after `restMs`, as no honest client does. `onOpen` gets
 * the TCP socket beneath, so that anything can be written to it.
 */
export function keepComing(
  { url }: Target,
  tally: Tally,
  { address, restMs, onOpen }: { address: string; restMs: number; onOpen: (socket: Socket) => void },
): void {
  const { hostname: host, port } = new URL(url)
  const again = () => void setTimeout(connect, restMs)

  function connect(): void {
    const headers = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': randomBytes(16).toString('base64'),
    }
    const upgrade = request({
      host,
      port,
      path: '/trpc?connectionParams=1',
      localAddress: address,
      headers,
      agent: false,
    })
    upgrade.once('error', again)
    upgrade.once('response', (response) => {
      upgrade.off('error', again).on('error', () => {})
      count(tally.refused, response.statusCode ?? 0)
      response.resume()
      again()
    })
    upgrade.once('upgrade', (_response, socket: Socket) => {
      upgrade.off('error', again).on('error', () => {})
      serve(socket)
    })
    upgrade.end()
  }

  function serve(socket: Socket): void {
    tally.opened++
    openNow++
    tally.mostOpen = Math.max(tally.mostOpen, openNow)
    let last: Buffer = Buffer.alloc(0)
    socket.setNoDelay(true)
    socket.on('error', () => {})
    socket.on('data', (data: Buffer) => {
      last = data.length < 130 ? Buffer.concat([last.subarray(-130), data]) : data
      readAnswers(data, tally)
    })
    socket.once('close', () => {
      openNow--
      count(tally.closed, closeCode(last) ?? 'cut')
      again()
    })
    onOpen(socket)
  }

  connect()
}

/** Of a close frame that is the last thing that came. */
function closeCode(bytes: Buffer): number | null {
  for (let at = Math.max(0, bytes.length - 127); at < bytes.length - 3; at++)
    if (bytes[at] === 0x88 && at + 2 + (bytes[at + 1] ?? 0) === bytes.length) return bytes.readUInt16BE(at + 2)
  return null
}

function readAnswers(data: Buffer, { answered }: Tally): void {
  const text = data.toString('latin1')
  for (const [, code] of text.matchAll(/"appCode":"(\w+)"|"result":/g)) count(answered, code ?? 'ok')
}
