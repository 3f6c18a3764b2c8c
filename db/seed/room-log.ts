import type { Insertable } from 'kysely'
import type { Database } from '../src/database.js'
import type { Username } from './people.js'
import type { Random } from './random.js'
import type { Line } from './tell.js'

/** A line and when it was said; `topic` is the first line of its conversation, itself excepted. */
export interface Said {
  line: Line
  at: number
  topic: Said | null
}

export interface RoomLog {
  messages: (Insertable<Database['messages']> & { seq: number; main_no: number | null; version: number })[]
  edits: Insertable<Database['message_edits']>[]
  reactions: Insertable<Database['reactions']>[]
  /** As in `rooms`. */
  counters: { last_seq: number; last_main: number; version: number }
  /** The place of each person's own latest message: who sends has read everything before. */
  sent: Map<Username, { seq: number; main: number }>
}

interface LogOptions {
  roomId: string
  members: readonly Username[]
  idOf: (username: Username) => string
  /** When the room's story ends: nothing is edited or reacted to later. */
  end: number
}

const minutes = 60_000

/** Replays what was said, edited, taken back and reacted to in the order of time, numbering it as the writer would. */
export function writeRoomLog(random: Random, said: readonly Said[], options: LogOptions): RoomLog {
  const log: RoomLog = {
    messages: [],
    edits: [],
    reactions: [],
    counters: { last_seq: 0, last_main: 0, version: 0 },
    sent: new Map(),
  }
  const written = new Map<Said, RoomLog['messages'][number]>()
  const changes = said.flatMap((one) => [
    { at: one.at, apply: () => written.set(one, insert(random, log, one, written, options)) },
    ...laterChanges(random, log, one, () => written.get(one), options),
  ])
  for (const { apply } of changes.toSorted((a, b) => a.at - b.at)) apply()
  return log
}

type Written = RoomLog['messages'][number]

function insert(
  random: Random,
  log: RoomLog,
  { line, at, topic }: Said,
  written: Map<Said, Written>,
  { roomId, idOf }: LogOptions,
): Written {
  const { counters } = log
  const first = topic && written.get(topic)
  const root = line.place === 'thread' || line.place === 'both' ? first : null
  const inRoom = line.place !== 'thread'
  counters.last_seq += 1
  counters.version += 1
  if (inRoom) counters.last_main += 1
  const message = {
    id: random.uuidAt(at),
    room_id: roomId,
    seq: counters.last_seq,
    main_no: inRoom ? counters.last_main : null,
    version: counters.version,
    client_id: random.uuid(),
    sender_id: idOf(line.speaker),
    body: line.before ?? line.text,
    created_at: new Date(at),
    edited_at: null,
    deleted_at: null,
    reply_to_id: line.place === 'quote' ? (first?.id ?? null) : null,
    thread_root_id: root?.id ?? null,
    also_to_room: line.place === 'both',
    reply_count: 0,
    mentions: mentionedIn(line.text, idOf),
  }
  log.messages.push(message)
  log.sent.set(line.speaker, { seq: counters.last_seq, main: counters.last_main })
  if (root) {
    root.reply_count = (root.reply_count ?? 0) + 1
    root.version = counters.version += 1
  }
  return message
}

/** What happens to a message after it was said. */
function laterChanges(
  random: Random,
  log: RoomLog,
  { line, at }: Said,
  find: () => Written | undefined,
  { members, idOf, end }: LogOptions,
) {
  const soon = (most: number) => Math.min(end, at + random.between(20_000, most * minutes))
  const change = (when: number, apply: (message: Written, version: number) => void) => ({
    at: when,
    apply: () => {
      const message = find()
      if (message) apply(message, (message.version = log.counters.version += 1))
    },
  })
  const changes = reactionsTo(random, line, members).map(({ emoji, username }) =>
    change(soon(40), (message, version) =>
      log.reactions.push({ message_id: message.id, emoji, user_id: idOf(username), version }),
    ),
  )
  if (line.before !== null) {
    const when = soon(4)
    changes.push(
      change(when, (message, version) => {
        log.edits.push({ message_id: message.id, body: message.body, edited_at: new Date(when), version })
        Object.assign(message, { body: line.text, edited_at: new Date(when) })
      }),
    )
  }
  if (line.takenBack) {
    const when = soon(3)
    changes.push(
      change(when, (message) => Object.assign(message, { body: '', mentions: [], deleted_at: new Date(when) })),
    )
  }
  return changes
}

function reactionsTo(random: Random, line: Line, members: readonly Username[]) {
  const others = members.filter((username) => username !== line.speaker)
  return line.reactions.flatMap(({ emoji, count }) =>
    random
      .shuffle(others)
      .slice(0, random.between(1, count))
      .map((username) => ({ emoji, username })),
  )
}

const mentionedIn = (text: string, idOf: (username: Username) => string): string[] =>
  [...text.matchAll(/@([a-z][a-z.]*[a-z])/gu)].map(([, username]) => idOf(username as Username))
