import { limits } from '@parley/contract/limits'
import type { Rate } from './token-bucket.js'

/** What one socket may ask for, and how many sockets there may be. */
export const bounds = {
  subscriptions: 50,
  /** Of the id of a call, in characters: it is kept for as long as what it stands for. */
  idLength: 64,
  /** Calls whose answers are still to come. */
  callsUnderWay: 500,
  /** A client that comes back sends what it subscribes to as one batch, may stop as much in it, and adds its calls. */
  frameMessages: limits.batchCalls + 100,
  /** Of a message that comes in pieces; ws's own limit is 16,384. */
  fragments: 256,
  firstFrameMs: 10_000,
  /** For somebody to say who they are. */
  strangerMs: 30_000,
  /** Sockets from one address that have not shown whose they are. */
  strangersPerIp: 250,
  /** Sockets on all addresses that have not shown it: the queue of authentication. */
  strangers: 1_000,
  /** With those who wait for their upgrade: ten thousand may come back at once. */
  strangersAtDoor: 12_000,
  /** Calls a second of a socket that has not shown it: enough to log in, and for all that a client brings back with it. */
  strangerCalls: 100,
  /** Event streams that are open at once. A browser keeps four; a program may follow each of its rooms. */
  streamsPerPerson: 100,
  streamsPerIp: 500,
  /** For who does not read their event stream; what is told meanwhile is bounded by itself. */
  unreadMs: 30_000,
  /** Upgrades that are refused for what others or they themselves do are held for a second, so many of them. */
  refusalsHeld: 1_000,
  /** Answers waiting to be sent: who asks for more and reads none of it is cut. */
  replyBytes: 8 * 1024 * 1024,
} as const

/** Frames that nobody can read, from one socket: no client sends any. */
export const nonsenseRate: Rate = { perSecond: 1, burst: 20 }

/** Sockets of one address that end by their own fault: more, and it is refused new ones for a while. */
export const misconductRate: Rate = { perSecond: 0.2, burst: 5 }

/** A call that was refused costs as much as this many messages: who does not listen to the refusals is closed. */
export const refusedWeight = 8

/** Calls, and whatever else comes in, from one socket: the error always comes before the end. */
export const inboundRates = (callsPerSecond: number): { calls: Rate; messages: Rate } => ({
  calls: { perSecond: callsPerSecond, burst: callsPerSecond * 2 },
  messages: { perSecond: callsPerSecond * 2, burst: callsPerSecond * 4 },
})
