import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'

/** Whether its address can be read: the adapter would throw at one that cannot, and nobody is there to catch it. */
export const isReadable = ({ url = '', headers }: IncomingMessage): boolean =>
  url.startsWith('/') && URL.canParse(url, `http://${headers.host ?? 'localhost'}`)

/** Answers an upgrade by HTTP and hangs up. Who resets the connection meanwhile must not end the process. */
export function refuse(socket: Duplex, status: string): void {
  const retry = /^(429|503)/.test(status) ? 'Retry-After: 1\r\n' : ''
  socket.on('error', () => socket.destroy())
  socket.once('finish', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status}\r\n${retry}Connection: close\r\nContent-Length: 0\r\n\r\n`)
}
