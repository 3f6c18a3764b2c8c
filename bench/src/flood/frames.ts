/** A masked frame, whatever it is: what the first byte says, and a mask of zeros, which changes nothing. */
export function toFrame(payload: string | Buffer, first = 0x81): Buffer {
  const body = Buffer.from(payload)
  const header = body.length < 126 ? 2 : 4
  const frame = Buffer.alloc(header + 4 + body.length)
  frame[0] = first
  frame[1] = 0x80 | (header === 2 ? body.length : 126)
  if (header === 4) frame.writeUInt16BE(body.length, 2)
  body.copy(frame, header + 4)
  return frame
}

const text = toFrame('{"id":1,"method":"query","params":{"path":"health.ping"}}')
const altered = (change: (frame: Buffer) => void): Buffer => {
  const frame = Buffer.from(text)
  change(frame)
  return frame
}

/** What no client sends, each in its own way. */
export const malformed: Buffer[] = [
  altered((frame) => (frame[0] = 0xc1)), // a reserved bit
  altered((frame) => (frame[0] = 0x83)), // an opcode that means nothing
  altered((frame) => (frame[0] = 0x80)), // the rest of a message that never began
  altered((frame) => (frame[1] = frame[1]! & 0x7f)), // no mask
  toFrame(Buffer.from([0xff, 0xfe, 0x80])), // text that is no text
  toFrame(Buffer.alloc(126), 0x89), // a ping too long to be one
  toFrame(Buffer.from([0x03]), 0x88), // half a code of closing
  Buffer.from([0x81, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0]), // 8 EiB to come
  toFrame('{"id":1,"method":'), // JSON that ends too soon
  toFrame('[['.repeat(200)),
  toFrame('{"id":1,"method":"shout"}'),
]
