import type { Message, SendMessage, Sent } from '@parley/contract/messages'
import type { Tx } from '@parley/db/database'
import type { Asked } from '@parley/db/statement'
import type { Clock } from '../clock.js'
import type { AppError } from '../errors.js'
import { noSuchRoom, notJoined } from '../rooms/access.js'
import { readThreads, type Standing, type Threads } from '../threads/following.js'
import { readUploads, writeAttachments } from './attachments.js'
import { type Made, make, takePlace } from './make.js'
import { type MessageRow, toMessage } from './mapper.js'
import { type MentionWords, noWords } from './mention-words.js'
import { type Called, callsNobody, type ListOnline, resolveMentions } from './mentions.js'
import { type LeavePreviews, wantPreviews } from './previews.js'
import type { Linking } from './queries-previews.js'
import { listMessageRows } from './queries.js'
import { insertConcerns } from './queries-mentions.js'
import {
  countReplies,
  insertMessages,
  listPartedRooms,
  type MessageInsert,
  muteSender,
  type PointerRow,
  type RoomCounters,
  type SenderRow,
} from './queries-send.js'
import type { MessageRate, RateWindow } from './rate.js'
import { lastOfEach } from './pointers.js'
import { muted, refuse } from './refuse.js'

export interface Send extends SendMessage {
  senderId: string
  words: MentionWords
  /** What a preview is to be made of. */
  link: string | null
}

/** What became of one send; `mutes`: it was the one too many. */
export type SendOutcome = { sent: Sent } | { error: AppError; mutes?: true }

export interface SendRules {
  clock: Clock
  window: RateWindow
  rate: MessageRate | null
  listOnline: ListOnline
  leavePreviews: LeavePreviews
}

export interface WrittenSends {
  /** One for each send, in their order. */
  outcomes: SendOutcome[]
  /** What is to be published, in ascending version. */
  changed: Message[]
  /** Comes while the commit is on its way, which fails where this does. */
  pointers: Promise<PointerRow[]>
  /** Whom the messages call and answer. */
  calls: Made[]
  /** Where who follows a thread stands in it by now. */
  standings: Standing[]
}

/**
 * Writes many sends under the locks of their rooms; each is judged by itself and refused by itself. The numbers are
 * taken from `rooms`, whose new counters are saved. `asked`: who they are of, by `readSenders`. `meanwhile` is done
 * while the database writes them.
 */
export async function writeSends(
  tx: Tx,
  rooms: Map<string, RoomCounters>,
  sends: Send[],
  asked: Asked<SenderRow>,
  { rules, meanwhile }: { rules: SendRules; meanwhile: () => void },
): Promise<WrittenSends> {
  const senders = await asked.answer
  const parted = await readParted(tx, rooms, sends)
  const read = await readMentioned(tx, sends, senders)
  const called = await readCalled(tx, rooms, sends, senders, rules)
  const uploads = await readUploads(tx, sends)
  const threads = await readAnswered(tx, sends, called, read)
  const made: Made[] = []
  const linkings: Linking[] = []
  const mutes = new Map<string, { roomId: string; senderId: string; until: Date }>()
  const first = new Map<string, Message>()
  const sent = new Map<string, Date>()

  const outcomes = sends.map((send, at): SendOutcome => {
    const room = rooms.get(send.roomId)
    const sender = senders[at]
    if (!room || !sender) return { error: noSuchRoom() }
    if (sender.role === null) return { error: room.kind === 'public' ? notJoined() : noSuchRoom() }
    const key = `${send.roomId} ${send.senderId} ${send.clientId}`
    const known = sender.known_id ? read.get(sender.known_id) : undefined
    const before = known ? toMessage(known, sender.visible_from_seq) : first.get(key)
    if (before) return { sent: { message: before, duplicate: true } }
    const place = `${send.roomId} ${send.senderId}`
    const speaker = {
      role: sender.role,
      muted_until: mutes.get(place)?.until ?? sender.muted_until,
      last_sent_at: sent.get(place) ?? sender.last_sent_at,
      visible_from_seq: sender.visible_from_seq,
      erasing: sender.erasing,
      parted: parted.has(room.id),
    }
    const error = refuse(send, room, speaker, read, rules) ?? uploads.refuse(send)
    if (error) return { error }
    if (!rules.window.take(send)) {
      const until = new Date(rules.clock.now() + (rules.rate?.muteMs ?? 0))
      mutes.set(place, { roomId: send.roomId, senderId: send.senderId, until })
      return { error: muted(until, rules.clock), mutes: true }
    }
    const named = { read, threads, called: called.get(send) ?? callsNobody }
    const one = make(send, takePlace(send, room), sender.sender, named)
    one.message.attachments = uploads.take(send)
    made.push(one)
    if (send.link) linkings.push({ messageId: one.message.id, url: send.link })
    first.set(key, one.message)
    sent.set(place, room.now)
    return { sent: { message: one.message, duplicate: false } }
  })

  for (const { roomId, senderId, until } of mutes.values()) await muteSender(tx, roomId, senderId, until)
  if (made.length === 0) return { outcomes, changed: [], pointers: Promise.resolve([]), calls: [], standings: [] }
  const inserts = made.map(({ insert }) => insert)
  const replies = countNewReplies(rooms, inserts)
  const written = [...new Set(inserts.map(({ roomId }) => roomId))].flatMap((id) => rooms.get(id) ?? [])
  const { answer: pointers } = await insertMessages(tx, inserts, lastOfEach(inserts, rooms), written)
  setImmediate(meanwhile)
  await writeAttachments(tx, made)
  await threads.write(tx)
  await wantPreviews(tx, rules.leavePreviews, linkings)
  await insertConcerns(
    tx,
    made.flatMap(({ insert, concerns }) =>
      concerns.map((concern) => ({ message: { ...insert, at: insert.createdAt }, concern })),
    ),
  )
  const roots = await touchRoots(tx, replies)
  const changed = [...made.map(({ message }) => message), ...roots]
  return { outcomes, changed, pointers, calls: made, standings: threads.list() }
}

/** The direct conversations of two, one of whom has blocked the other: in no other room a block counts. */
async function readParted(tx: Tx, rooms: Map<string, RoomCounters>, sends: Send[]): Promise<Set<string>> {
  const isPair = (room: RoomCounters | undefined) => room?.kind === 'direct' && room.member_count === 2
  const pairs = new Set(sends.map(({ roomId }) => roomId).filter((id) => isPair(rooms.get(id))))
  return new Set(pairs.size > 0 ? await listPartedRooms(tx, [...pairs]) : [])
}

/** Whom each send that calls somebody would call. */
async function readCalled(
  tx: Tx,
  rooms: Map<string, RoomCounters>,
  sends: Send[],
  senders: SenderRow[],
  { listOnline }: SendRules,
): Promise<Map<Send, Called>> {
  const callings = sends.flatMap((send, at) => {
    const { roomId, senderId, words } = send
    const [room, role] = [rooms.get(roomId), senders[at]?.role]
    if (words === noWords || !room || !role) return []
    return { send, roomId, senderId, role, memberCount: room.member_count, words }
  })
  const called = callings.length > 0 ? await resolveMentions(tx, callings, listOnline) : []
  return new Map(callings.map(({ send }, at) => [send, called[at] ?? callsNobody]))
}

/** The threads that sends answer in. */
function readAnswered(
  tx: Tx,
  sends: Send[],
  called: Map<Send, Called>,
  read: Map<string, MessageRow>,
): Promise<Threads> {
  const replies = sends.flatMap((send) => {
    const { threadRootId: rootId, senderId } = send
    return rootId && read.has(rootId) ? [{ rootId, senderId, mentions: called.get(send)?.mentions ?? [] }] : []
  })
  return readThreads(tx, replies, read)
}

/** Every message that a send is a repeat of, quotes or answers. */
async function readMentioned(tx: Tx, sends: Send[], senders: SenderRow[]): Promise<Map<string, MessageRow>> {
  const ids = [...sends.flatMap((send) => [send.replyToId, send.threadRootId]), ...senders.map((row) => row.known_id)]
  const wanted = [...new Set(ids.filter((id): id is string => Boolean(id)))]
  const rows = wanted.length > 0 ? await listMessageRows(tx, wanted) : []
  return new Map(rows.map((row) => [row.id, row]))
}

interface NewReplies {
  rootId: string
  count: number
  version: number
}

/** The replies at the root of each thread: one change of each root, however many replies the batch has. */
function countNewReplies(rooms: Map<string, RoomCounters>, inserts: MessageInsert[]): NewReplies[] {
  const replies = new Map<string, NewReplies>()
  for (const { threadRootId, roomId } of inserts) {
    const room = rooms.get(roomId)
    if (!threadRootId || !room) continue
    const known = replies.get(threadRootId)
    if (known) known.count++
    else replies.set(threadRootId, { rootId: threadRootId, count: 1, version: ++room.version })
  }
  return [...replies.values()]
}

/** Counts the replies at their roots, and returns those as they now are. */
async function touchRoots(tx: Tx, replies: NewReplies[]): Promise<Message[]> {
  if (replies.length === 0) return []
  await countReplies(tx, replies)
  const rows = await listMessageRows(
    tx,
    replies.map(({ rootId }) => rootId),
  )
  return rows.map((row) => toMessage(row)).toSorted((a, b) => a.version - b.version)
}
