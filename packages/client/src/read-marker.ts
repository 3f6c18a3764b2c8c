import type { InboxEvent, InboxRoom, ReadState } from '@parley/contract/rooms'
import { retryDelay } from './backoff.js'
import { mayPass, toProblem } from './problem.js'

export interface Marker {
  reached: (seq: number) => void
  /** Sends what is still waiting. */
  close: () => void
}

export interface MarkerOptions {
  mark: (seq: number) => Promise<ReadState>
  /** Shows it in the inbox: first what can be told here, then what the server says. */
  shown: (event: InboxEvent) => void
  /** The room as the inbox has it. */
  room: (roomId: string) => InboxRoom | undefined
}

/** Scrolling passes many messages; the server hears of the last one. */
const debounceMs = 300

/** What is shown ahead of the server is newer than what is held, and older than any move that the server tells. */
const hair = 2 ** -20

/** Moves one's read pointer forward, a while after it last moved. */
export function createMarker(roomId: string, { mark, shown, room }: MarkerOptions): Marker {
  let reached = 0
  let marked = 0
  let attempt = 0
  let closed = false
  let timer: ReturnType<typeof setTimeout> | undefined

  return {
    reached(seq) {
      if (seq <= Math.max(reached, room(roomId)?.lastReadSeq ?? 0)) return
      reached = seq
      showAllRead(seq)
      wait(debounceMs)
    },
    close() {
      closed = true
      clearTimeout(timer)
      void send()
    },
  }

  function wait(ms: number) {
    clearTimeout(timer)
    timer = setTimeout(() => void send(), ms)
  }

  async function send() {
    const seq = reached
    if (seq <= marked) return
    marked = seq
    try {
      const state = await mark(seq)
      attempt = 0
      if (seq !== reached) return
      shown({ type: 'read', roomId, ...state })
      // From here on the inbox knows, also when the room is marked unread elsewhere.
      if (room(roomId)) reached = marked = 0
    } catch (error) {
      marked = 0
      if (!closed && mayPass(toProblem(error), attempt)) wait(retryDelay(attempt++))
    }
  }

  /** Up to the last message everything is read; how much a place before it leaves, only the server knows. */
  function showAllRead(seq: number) {
    const held = room(roomId)
    if (!held?.lastMessage || seq < held.lastMessage.seq) return
    const readVersion = held.readVersion + hair
    const nothing = { unread: 0, mentions: 0, mentionSeqs: [] }
    shown({ type: 'read', roomId, lastReadSeq: seq, readMain: held.lastMain, readVersion, ...nothing })
  }
}
