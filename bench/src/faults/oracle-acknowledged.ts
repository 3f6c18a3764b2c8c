import type { Row } from './database.js'
import type { Change, Held, History, Send } from './history.js'
import type { Offence } from './oracle.js'

/** Every acknowledged change is there, once, in its place. */
export function checkAcknowledged(history: History): Offence[] {
  const rows = new Map(history.rows.map((row) => [row.id, row]))
  const listed = new Map([...history.listed.values()].flat().map((message) => [message.id, message]))
  return [
    ...history.sends.flatMap((send) => checkSend(send, rows)),
    ...findRepeats(history.rows),
    ...checkNumbers(history),
    ...[...groupByMessage(history.changes)].flatMap(([id, changes]) => checkChanges(id, changes, rows, listed)),
  ]
}

function checkSend(send: Send, rows: Map<string, Row>): Offence[] {
  const offences: Offence[] = []
  const blame = (kind: Offence['kind'], what: string) => offences.push({ kind, what, history: send })
  const answered = send.tries.filter((one) => one.sent)
  const [first] = answered
  if (!first?.sent) return []
  const row = rows.get(first.sent.id)
  if (!row) blame('lost', 'an acknowledged message is not there')
  else if (answered.some(({ sent }) => sent?.seq !== row.seq))
    blame('misordered', 'a message has another seq than was acknowledged')
  if (answered.some(({ sent }) => sent?.id !== first.sent?.id))
    blame('duplicated', 'a retry was answered with another message')
  if (answered.filter(({ sent }) => !sent?.duplicate).length > 1)
    blame('duplicated', 'two tries were told they were the first')
  const earliest = Math.min(...answered.map((one) => one.answered ?? Infinity))
  if (answered.some(({ asked, sent }) => asked > earliest && !sent?.duplicate))
    blame('duplicated', 'a retry of what was acknowledged is not called a duplicate')
  return offences
}

function findRepeats(rows: Row[]): Offence[] {
  const seen = new Map<string, Row>()
  return rows.flatMap((row): Offence[] => {
    const key = `${row.roomId} ${row.senderId} ${row.clientId}`
    const twin = seen.get(key)
    seen.set(key, row)
    return twin ? [{ kind: 'duplicated', what: 'two messages of one client id', history: [twin, row] }] : []
  })
}

/** 1, 2, 3 … up to the room's own count. */
function checkNumbers({ rows, lastSeqs }: History): Offence[] {
  return [...lastSeqs].flatMap(([roomId, lastSeq]): Offence[] => {
    const seqs = rows.filter((row) => row.roomId === roomId).map((row) => row.seq)
    const hole = seqs.findIndex((seq, at) => seq !== at + 1)
    if (hole < 0 && seqs.length === lastSeq) return []
    return [
      {
        kind: 'misordered',
        what: 'the numbers of a room have holes',
        history: { roomId, lastSeq, count: seqs.length, hole },
      },
    ]
  })
}

function groupByMessage(changes: Change[]): Map<string, Change[]> {
  const groups = new Map<string, Change[]>()
  for (const change of changes) {
    const known = groups.get(change.messageId)
    if (known) known.push(change)
    else groups.set(change.messageId, [change])
  }
  return groups
}

/** Acknowledged with a version: done. Neither acknowledged nor refused: perhaps done, and nobody knows when. */
const isDone = (change: Change) => change.version !== undefined
const isOpen = (change: Change) => change.version === undefined && !change.refused

function checkChanges(id: string, changes: Change[], rows: Map<string, Row>, listed: Map<string, Held>): Offence[] {
  const row = rows.get(id)
  const done = changes.filter(isDone).toSorted((a, b) => (a.version ?? 0) - (b.version ?? 0))
  const blame = (what: string): Offence[] => [
    { kind: 'lost', what, history: { final: listed.get(id) ?? row, changes } },
  ]
  if (!row) return done.length > 0 ? blame('a changed message is not there') : []
  if (done.some((change) => (change.version ?? 0) > row.version))
    return blame('a message is older than an acknowledged change')
  const message = listed.get(id)
  if (!message) return []
  if (message.deleted) {
    const asked = changes.some((change) => change.what.kind === 'delete' && !change.refused)
    return asked ? [] : blame('a message is deleted that nobody deleted')
  }
  if (done.some((change) => change.what.kind === 'delete')) return blame('an acknowledged deletion is not there')
  return [
    ...checkBody(message, changes, done, blame),
    ...checkReactions(message, changes, done, blame),
    ...checkPin(message, changes, done, blame),
  ]
}

function checkBody(message: Held, changes: Change[], done: Change[], blame: (what: string) => Offence[]): Offence[] {
  const bodyOf = (change: Change | undefined) => (change?.what.kind === 'edit' ? change.what.body : undefined)
  const expected = bodyOf(done.findLast((change) => change.what.kind === 'edit'))
  const possible = changes.filter(isOpen).map(bodyOf)
  if (expected === undefined || message.body === expected || possible.includes(message.body)) return []
  return blame('a message does not say what its last acknowledged edit said')
}

/** Of each person and emoji, the last acknowledged word counts, unless one that nobody answered says otherwise. */
function checkReactions(
  message: Held,
  changes: Change[],
  done: Change[],
  blame: (what: string) => Offence[],
): Offence[] {
  const last = new Map<string, boolean>()
  for (const { person, what } of done) if (what.kind === 'react') last.set(`${person} ${what.emoji}`, what.on)
  const open = new Set(
    changes
      .filter(isOpen)
      .flatMap(({ person, what }) => (what.kind === 'react' ? [`${person} ${what.emoji} ${what.on}`] : [])),
  )
  return [...last].flatMap(([key, on]) => {
    const [person = '', emoji] = key.split(' ')
    const there = message.reactions.some((reaction) => reaction.emoji === emoji && reaction.userIds.includes(person))
    return there === on || open.has(`${key} ${there}`)
      ? []
      : blame(`an acknowledged reaction is not as it was left (${key})`)
  })
}

/** The last acknowledged word counts, unless one that nobody answered says otherwise. */
function checkPin(message: Held, changes: Change[], done: Change[], blame: (what: string) => Offence[]): Offence[] {
  const onOf = (change: Change | undefined) => (change?.what.kind === 'pin' ? change.what.on : undefined)
  const expected = onOf(done.findLast((change) => change.what.kind === 'pin'))
  if (expected === undefined || expected === message.pinned) return []
  return changes.filter(isOpen).map(onOf).includes(message.pinned)
    ? []
    : blame('an acknowledged pin is not as it was left')
}
