import type { Random } from '@parley/testkit/random'
import { toCall, toStop } from './raw-socket.js'

// Frames as no client sends them, made of those that clients send.

/** What goes over the wire: a payload, and how it is framed. */
interface Draft {
  payload: Buffer
  /** The opcode, with the bits of the end and of what is reserved. */
  first: number
  masked: boolean
  /** What the frame says its length is, if that is a lie. */
  length?: number
}

const strange: unknown[] = [
  null, true, -1, 1.5, 2 ** 53, '', '\u0000', '\ud800', 'x'.repeat(20_000), [], {}, [[]], { json: null },
  '__proto__', 'constructor', 'toString', 'messages', 'messages.send.x', 'health.ping,health.ping',
  { __proto__: null, constructor: { prototype: { admin: true } } },
] // prettier-ignore

const numbers = ['1e400', '-0', '9007199254740993', '1e-400', '0.1e+2', '-1', '99999999999999999999999999']
const metas = [
  { values: { '__proto__.polluted': ['Date'] } },
  { values: { 'constructor.prototype.polluted': ['set'] } },
  { values: ['Date'] },
  { values: { a: [['custom', 'x']], b: ['regexp'], c: ['bigint'], d: ['Error'] } },
  { referentialEqualities: { a: ['b', '__proto__.c'] } },
  { values: 7, v: 'one' },
]

/** What a client says in the room; a new id every time. */
function anyCall(random: Random, roomId: string, id: number): object {
  const clientId = crypto.randomUUID()
  return random.pick([
    () => toCall(id, 'query', 'health.ping'),
    () => toCall(id, 'query', 'messages.list', { roomId, limit: 2 }),
    () => toCall(id, 'query', 'presence.list', { userIds: [roomId] }),
    () => toCall(id, 'mutation', 'messages.send', { roomId, clientId, body: 'fuzz' }),
    () => toCall(id, 'mutation', 'typing.set', { roomId, typing: true }),
    () => toCall(id, 'subscription', 'messages.watch', { roomId, lastEventId: '0' }),
    () => toCall(id, 'subscription', 'rooms.watch', {}),
    () => toCall(id, 'subscription', 'typing.watch', { roomId }),
    () => toCall(id, 'subscription', 'presence.watch', { roomId }),
    () => toStop(random.between(1, id)),
    () => ({ method: 'connectionParams', data: { authorization: 'Bearer x' } }),
  ])()
}

/** Puts something else in a place somewhere within. */
function alter(random: Random, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || random.chance(0.2)) return random.pick(strange)
  const keys = Object.keys(value)
  const key = random.pick(keys.length > 0 ? keys : ['x'])
  const changed = Array.isArray(value) ? [...(value as unknown[])] : { ...value }
  const at = changed as Record<string, unknown>
  switch (random.between(0, 3)) {
    case 0:
      delete at[key]
      break
    case 1:
      Object.defineProperty(at, random.pick(['__proto__', 'constructor', 'meta', 'json', 'id', 'method']), {
        value: random.pick([...strange, ...metas]),
        enumerable: true,
      })
      break
    default:
      at[key] = alter(random, at[key])
  }
  return changed
}

const alterJson = (random: Random, call: object) => JSON.stringify(alter(random, call))

/** Text that may be JSON no more. */
function alterText(random: Random, text: string): string {
  const [from, to] = [random.between(0, text.length), random.between(0, text.length)].toSorted((a, b) => a - b)
  const depth = random.pick([100, 10_000, 60_000])
  return random.pick([
    () => text.slice(0, from),
    () => text.slice(0, from) + text.slice(to),
    () => text.slice(0, to) + text.slice(from),
    () => text.replace(/"id":\d+/, `"id":${random.pick(numbers)}`),
    () => text.replace(/"(json|data|params)":/, `"$1":${'['.repeat(depth)}${']'.repeat(depth)},"$1":`),
    () => text.replace('"json":{', `"json":{"x":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)},`),
    () => `${'['.repeat(depth)}${text}`,
    () => `[${`${text},`.repeat(random.pick([3, 200]))}${text}]`,
    () => text.replace('"input":{', `"input":{"meta":${JSON.stringify(random.pick(metas))},`),
    () => random.pick(['PING', 'PONG', 'null', '[]', '{}', '0', '""', ' ', '']),
  ])()
}

function alterBytes(random: Random, payload: Buffer): Buffer {
  const bytes = Buffer.from(payload)
  for (let times = random.between(1, 4); times > 0 && bytes.length > 0; times--) {
    const at = random.between(0, bytes.length - 1)
    bytes[at] = random.chance(0.5)
      ? random.pick([0x00, 0xff, 0xc0, 0xed, 0x80])
      : bytes[at]! ^ (1 << random.between(0, 7))
  }
  return bytes
}

function alterFraming(random: Random, draft: Draft): Draft {
  return random.pick([
    () => ({ ...draft, first: 0x80 | random.between(0, 15) }),
    () => ({ ...draft, first: 0x81 | random.pick([0x10, 0x20, 0x40, 0x70]) }),
    () => ({ ...draft, first: random.pick([0x00, 0x01, 0x02, 0x08, 0x09, 0x80]) }),
    () => ({ ...draft, masked: false }),
    () => ({ ...draft, length: random.pick([0, 1, draft.payload.length + 5, 65_536, 300_000, 2 ** 40]) }),
    () => ({ ...draft, first: 0x88, payload: Buffer.from([random.between(0, 255), random.between(0, 255), 0xff]) }),
    () => ({ ...draft, first: 0x89, payload: Buffer.alloc(random.pick([0, 125, 126])) }),
    () => ({ ...draft, payload: Buffer.alloc(300_000, 'x') }),
  ])()
}

function toBytes(random: Random, { payload, first, masked, length = payload.length }: Draft): Buffer {
  const header = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10)
  header[0] = first
  header[1] = (masked ? 0x80 : 0) | (header.length === 2 ? length : header.length === 4 ? 126 : 127)
  if (header.length === 4) header.writeUInt16BE(length, 2)
  else if (header.length === 10) header.writeBigUInt64BE(BigInt(length), 2)
  if (!masked) return Buffer.concat([header, payload])
  const mask = Buffer.from([0, 0, 0, 0].map(() => random.between(0, 255)))
  return Buffer.concat([header, mask, payload.map((byte, at) => byte ^ mask[at & 3]!)])
}

/** A valid frame with something wrong in it: in its values, its text, its bytes or its framing. */
export function fuzzedFrame(random: Random, roomId: string, id: number): Buffer {
  const call = anyCall(random, roomId, id)
  const kind = random.pick(['json', 'json', 'text', 'text', 'bytes', 'framing'] as const)
  const json = kind === 'json' ? alterJson(random, call) : JSON.stringify(call)
  const text = kind === 'text' ? alterText(random, json) : json
  const draft: Draft = { payload: Buffer.from(text), first: 0x81, masked: true }
  if (kind === 'bytes') draft.payload = alterBytes(random, draft.payload)
  return toBytes(random, kind === 'framing' ? alterFraming(random, draft) : draft)
}

export const honestFrame = (random: Random, message: unknown): Buffer =>
  toBytes(random, { payload: Buffer.from(JSON.stringify(message)), first: 0x81, masked: true })

/** A ping of the protocol, which is answered once all before it was read. */
export const pingFrame = (random: Random): Buffer =>
  toBytes(random, { payload: Buffer.from('read?'), first: 0x89, masked: true })
