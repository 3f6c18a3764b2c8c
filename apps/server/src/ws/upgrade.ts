import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'

/** Whether its address can be read: the adapter would throw at one that cannot, and nobody is there to catch it. */
export const isReadable = ({ url = '', headers }: IncomingMessage): boolean =>
  url.startsWith('/') && URL.canParse(url, `http://${headers.host ?? 'localhost'}`)

/** How refusals are spread: who is refused and comes again at once does so once a second, and not all together. */
const holdMs = () => 500 + Math.random() * 1_000

/** Refuses after about a second; at once and without a word where `most` are being held already. */
export function createHold(most: number): (socket: Duplex, status: string) => void {
  let held = 0
  return (socket, status) => {
    if (held >= most) return void socket.destroy()
    held++
    const timer = setTimeout(() => refuse(socket, status), holdMs())
    timer.unref()
    socket.once('close', () => {
      held--
      clearTimeout(timer)
    })
  }
}

/** Answers an upgrade by HTTP and hangs up. Who resets the connection meanwhile must not end the process. */
export function refuse(socket: Duplex, status: string): void {
  const retry = /^(429|503)/.test(status) ? 'Retry-After: 1\r\n' : ''
  socket.on('error', () => socket.destroy())
  socket.once('finish', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status}\r\n${retry}Connection: close\r\nContent-Length: 0\r\n\r\n`)
}
