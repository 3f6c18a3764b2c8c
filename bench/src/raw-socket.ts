import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

/**
 * A WebSocket client that does no more than a load generator needs, so that the load is not what is measured: frames
 * are shown in place, in a buffer that all sockets share, and what is sent is masked with zeros.
 */
export interface RawSocket {
  /** Called with each text frame's payload; it is only good during the call. */
  onText: (payload: Buffer) => void
  onClose: () => void
  send(text: string): void
  /** Many at once leave in one write. */
  sendAll(texts: string[]): void
  close(): void
}

/** Read into by whichever socket is being read. */
const shared = Buffer.allocUnsafe(256 * 1024)

/** From `address`, one of this machine's own, where it is given: people do not all come from one. */
export async function openRaw(url: string, path: string, address?: string): Promise<RawSocket> {
  const { hostname, port } = new URL(url)
  let rest: Buffer | undefined
  let opened: (() => void) | undefined
  let failed: ((error: Error) => void) | undefined
  const ready = new Promise<void>((resolve, reject) => {
    opened = resolve
    failed = reject
  })

  const raw: Socket = connect({
    host: hostname,
    port: Number(port),
    ...(address && { localAddress: address }),
    noDelay: true,
    onread: {
      buffer: shared,
      callback(length) {
        const chunk = shared.subarray(0, length)
        take(chunk)
        return true
      },
    },
  })
  raw.on('error', (error) => failed?.(error))
  raw.on('close', () => {
    failed?.(new Error('The socket was closed while it was opened.'))
    socket.onClose()
  })
  const key = randomBytes(16).toString('base64')
  raw.write(
    `GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
      `Sec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: 13\r\n\r\n`,
  )

  function take(chunk: Buffer): void {
    const bytes = rest ? Buffer.concat([rest, chunk]) : chunk
    let at = 0
    if (opened) {
      const end = bytes.indexOf('\r\n\r\n')
      if (end < 0) return keep(bytes, 0)
      const status = bytes.toString('latin1', 0, 12)
      if (status !== 'HTTP/1.1 101') return failed?.(new Error(`The upgrade was refused: ${status}`))
      opened()
      opened = failed = undefined
      // What came along with the answer waits until whoever opened the socket can listen.
      keep(bytes, end + 4)
      setImmediate(() => take(Buffer.alloc(0)))
      return
    }
    for (;;) {
      const left = bytes.length - at
      if (left < 2) break
      const short = (bytes[at + 1] as number) & 0x7f
      const header = short < 126 ? 2 : short === 126 ? 4 : 10
      if (left < header) break
      const length =
        short < 126 ? short : short === 126 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2))
      if (left < header + length) break
      const opcode = (bytes[at] as number) & 0x0f
      if (opcode === 1) socket.onText(bytes.subarray(at + header, at + header + length))
      at += header + length
    }
    keep(bytes, at)
  }

  function keep(bytes: Buffer, from: number): void {
    rest = from < bytes.length ? Buffer.from(bytes.subarray(from)) : undefined
  }

  const socket: RawSocket = {
    onText: () => {},
    onClose: () => {},
    send: (text) => void raw.write(toMaskedFrame(text)),
    sendAll(texts) {
      raw.cork()
      for (const text of texts) raw.write(toMaskedFrame(text))
      raw.uncork()
    },
    close: () => raw.destroy(),
  }
  await ready
  return socket
}

/** Clients must mask what they send; zeros are a mask that changes nothing. */
function toMaskedFrame(text: string): Buffer {
  const length = Buffer.byteLength(text)
  const header = length < 126 ? 2 : 4
  const frame = Buffer.alloc(header + 4 + length)
  frame[0] = 0x81
  if (length < 126) frame[1] = 0x80 | length
  else {
    if (length > 65_535) throw new Error('This load sends no frames over 64 KiB.')
    frame[1] = 0x80 | 126
    frame.writeUInt16BE(length, 2)
  }
  frame.write(text, header + 4)
  return frame
}
