import type { Row } from './database.js'
import type { Absence, Calm, History, Move } from './history.js'
import type { Offence } from './oracle.js'

/** Nobody saw or said anything in a room that they were not in. */
export function checkBorders(history: History): Offence[] {
  const moves = groupMoves(history.moves)
  const isOut = (person: string, roomId: string, at: number) =>
    wasOut(moves.get(`${person} ${roomId}`) ?? [], history.calms, at)
  const isLongOut = (person: string, roomId: string, at: number) =>
    isOut(person, roomId, at) && !leftSince(moves.get(`${person} ${roomId}`) ?? [], at - graceAt(history, at), at)

  const seen = history.watches.flatMap(({ person, roomId, seen: events }): Offence[] => {
    // A page was asked for while they were in, and may be answered when they are not any more.
    const wrong = events.filter((event) => event.type !== 'page' && isLongOut(person, roomId, event.at))
    const what = `${wrong.length} events of a room that their watcher was not in`
    return wrong.length > 0
      ? [
          {
            kind: 'leaked',
            what,
            history: { person, roomId, first: wrong[0], moves: moves.get(`${person} ${roomId}`) },
          },
        ]
      : []
  })
  const told = history.activity
    .filter(({ person, roomId, at }) => isLongOut(person, roomId, at))
    .map((one): Offence => {
      const what = 'activity of a room that its reader was not in'
      return { kind: 'leaked', what, history: { ...one, moves: moves.get(`${one.person} ${one.roomId}`) } }
    })
  const said = history.absences.flatMap((absence) => checkAbsence(absence, history, isOut))
  return [...seen, ...told, ...said, ...checkLog(history.rows)]
}

/** While two processes serve, each may have an event on its way of which the other does not know; it has a second. */
const turnGraceMs = 1_000

const graceAt = ({ graceMs, turns }: History, at: number): number =>
  turns.some(({ from, to }) => at >= from && at <= to + turnGraceMs) ? Math.max(graceMs, turnGraceMs) : graceMs

function groupMoves(moves: Move[]): Map<string, Move[]> {
  const groups = new Map<string, Move[]>()
  for (const move of moves) {
    const key = `${move.person} ${move.roomId}`
    const known = groups.get(key)
    if (known) known.push(move)
    else groups.set(key, [move])
  }
  return groups
}

/**
 * Whether somebody was certainly out of a room: their last leaving was answered, and no joining was asked for since. A
 * joining that nobody answered may still happen until everything has come to rest.
 */
export function wasOut(moves: Move[], calms: Calm[], at: number): boolean {
  let out = true
  for (const { kind, asked, answered, refused } of moves) {
    if (asked > at) break
    if (refused) continue
    if (kind === 'join') {
      const settled = calms.find((calm) => calm.at > asked)?.at ?? Infinity
      if (answered === null && at <= settled) return false
      if (answered !== null) out = false
    } else if (answered !== null && answered < at) out = true
  }
  return out
}

/** Also of a short stay: who was out a second ago may have left just now. */
const leftSince = (moves: Move[], from: number, to: number): boolean =>
  moves.some(({ kind, answered, refused }) => {
    return kind === 'leave' && !refused && answered !== null && answered > from && answered <= to
  })

/** Between two looks at the room's count from outside, nothing of theirs may have been added. */
function checkAbsence(
  { person, roomId, at, from, to }: Absence,
  { rows }: History,
  isOut: (person: string, roomId: string, at: number) => boolean,
): Offence[] {
  if (!isOut(person, roomId, at)) return []
  const said = rows.filter((row) => row.roomId === roomId && row.senderId === person && row.seq > from && row.seq <= to)
  return said.map((row) => ({
    kind: 'leaked',
    what: 'a message of somebody who had left',
    history: { row, at, from, to },
  }))
}

/**
 * Nothing stands in a room's log after the note that its sender is gone and before the one that they are back. The log's
 * own order is exact: no clock is read, so a message written in the very moment of a removal is seen, whatever failed.
 */
function checkLog(rows: Row[]): Offence[] {
  const gone = new Map<string, Row>()
  return rows.flatMap((row): Offence[] => {
    const key = `${row.personId} ${row.roomId}`
    const note = gone.get(key)
    if (row.kind === 'left' || row.kind === 'removed') gone.set(key, row)
    else if (row.kind === 'joined' || row.kind === 'added') gone.delete(key)
    else if (note) return [{ kind: 'leaked', what: 'a message after its sender was gone', history: { note, row } }]
    return []
  })
}
