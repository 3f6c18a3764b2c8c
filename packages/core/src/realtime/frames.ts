import { stringify } from './serialize.js'

/** The id by which a watcher resumes after this event, for events that carry one. */
export const eventIdOf = (event: object): string | undefined =>
  'version' in event && 'type' in event && event.type !== 'activity' ? String(event.version) : undefined

/** Which subscription of which client a frame is for, as JSON-RPC names it. */
export interface Subscription {
  id: number | string
  jsonrpc: '2.0' | undefined
}

/** What every frame of the subscription begins with; made once for each, since events are many. */
export function headOf({ id, jsonrpc }: Subscription): string {
  const head = `{"id":${JSON.stringify(id)},${jsonrpc ? '"jsonrpc":"2.0",' : ''}`
  const small = Number.isInteger(id) && Number(id) >= 0 && Number(id) < sharedHeads
  if (!small) return head
  const shared = heads.get(head)
  if (shared === undefined) heads.set(head, head)
  return shared ?? head
}

/** Clients count alike, and those of the same id share the string: it is looked up without being read. */
const heads = new Map<string, string>()
const sharedHeads = 1_000

/**
 * The frames of one event. Its JSON is made once, and its frame once for each subscription id: clients count alike, so
 * a thousand of them share a few buffers.
 */
export class EventFrames<T extends object = object> {
  #tail: string | undefined
  readonly #frames = new Map<string, Buffer>()
  readonly event: T
  /** It may leave with the next one. */
  readonly leisurely: boolean

  constructor(event: T) {
    this.event = event
    this.leisurely = isLeisurely(event)
  }

  frameFor(head: string): Buffer {
    let frame = this.#frames.get(head)
    if (!frame) {
      frame = toTextFrame(head + this.#result())
      this.#frames.set(head, frame)
    }
    return frame
  }

  /** Of its JSON, in characters. */
  get length(): number {
    return this.#result().length
  }

  #result(): string {
    this.#tail ??= resultOf(this.event)
    return this.#tail
  }
}

/**
 * An inbox shows activity in a list, and who is there is a dot beside a name: both may come a moment later. Most of a
 * delivery is the write itself: in a busy room a fifth of the writes were of activity alone, and hardly one is now.
 */
const isLeisurely = (event: object) => 'type' in event && (event.type === 'activity' || event.type === 'change')

/** What tRPC's ws adapter sends for a yielded event, after the id. */
function resultOf(event: object): string {
  const eventId = eventIdOf(event)
  if (eventId === undefined) return `"result":{"type":"data","data":${stringify(event)}}}`
  const data = stringify({ id: eventId, data: event })
  return `"result":{"type":"data","data":${data},"id":${JSON.stringify(eventId)}}}`
}

/** One unmasked, final text frame (RFC 6455, 5.2). */
export function toTextFrame(text: string): Buffer {
  const length = Buffer.byteLength(text)
  const headerLength = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(headerLength + length)
  frame[0] = 0x81
  if (headerLength === 2) frame[1] = length
  else if (headerLength === 4) {
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  frame.write(text, headerLength)
  return frame
}
