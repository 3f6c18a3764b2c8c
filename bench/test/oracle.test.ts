import { describe, expect, test } from 'vitest'
import { createHistory, type Held, type History, type Seen } from '../src/faults/history.js'
import { judge } from '../src/faults/oracle.js'
import { planFaults } from '../src/faults/schedule.js'

const room = 'room'

const message = (seq: number, version = seq, more: Partial<Held> = {}): Held => {
  const held = {
    id: `m${seq}`,
    roomId: room,
    seq,
    version,
    body: `body ${seq}`,
    deleted: false,
    main: true,
    reactions: [],
    pinned: false,
    replyCount: 0,
    quote: null,
  }
  return { ...held, digest: JSON.stringify([held, more]), ...more }
}

/** A room whose messages these are, all sent by `alice` and acknowledged. */
function historyOf(...messages: Held[]): History {
  const rows = messages.map(({ id, seq, version }) => ({
    id,
    roomId: room,
    seq,
    version,
    senderId: 'alice',
    kind: 'text',
    personId: 'alice',
    clientId: `c${seq}`,
    threadRootId: null,
  }))
  const sends = messages.map(({ id, seq }) => {
    const sent = { id, seq, version: seq, duplicate: false }
    return { person: 'alice', roomId: room, clientId: `c${seq}`, tries: [{ asked: seq, answered: seq + 0.5, sent }] }
  })
  const joined = ['alice', 'bob'].map((person) => ({
    person,
    roomId: room,
    kind: 'join' as const,
    asked: 0,
    answered: 0.1,
  }))
  return {
    ...createHistory(),
    rows,
    sends,
    moves: joined,
    listed: new Map([[room, messages]]),
    lastSeqs: new Map([[room, messages.length]]),
  }
}

const seen = (...events: (Held | Seen)[]): Seen[] =>
  events.map((event) =>
    'type' in event ? event : { type: 'message', at: event.version, version: event.version, message: event },
  )

const ready = (version: number, type: 'ready' | 'reset' = 'ready'): Seen => ({ type, at: version + 0.2, version })

const watched = (history: History, ...events: (Held | Seen)[]): History => ({
  ...history,
  watches: [{ person: 'bob', roomId: room, seen: seen(...events), open: true }],
})

const kinds = (history: History) => judge(history).offences.map((offence) => offence.kind)

describe('the oracle', () => {
  const [one, two, three] = [message(1), message(2), message(3)]

  test('finds nothing wrong where nothing is', () => {
    const history = watched(historyOf(one, two, three), ready(1), two, three)
    expect(judge(history)).toMatchObject({ acked: 3, offences: [] })
  })

  test('misses an acknowledged message that is not there', () => {
    const history = historyOf(one, two)
    history.rows.pop()
    history.lastSeqs.set(room, 1)
    expect(kinds(history)).toEqual(['lost'])
  })

  test('sees that a retry was answered with another message', () => {
    const history = historyOf(one, two)
    const sent = { id: two.id, seq: 2, version: 2, duplicate: false }
    history.sends.at(0)!.tries.push({ asked: 5, answered: 6, sent })
    expect(kinds(history)).toContain('duplicated')
  })

  test('sees holes, and versions that go back', () => {
    expect(kinds(historyOf(one, three))).toEqual(['misordered'])
    expect(kinds(watched(historyOf(one, two, three), ready(0), one, three, two))).toEqual(['misordered'])
  })

  test('sees what a watcher lacks, holds in an older version, or made up; a reset excuses what was before', () => {
    const edited = message(1, 4)
    expect(kinds(watched(historyOf(one, two, three), ready(0), one, three))).toEqual(['diverged'])
    expect(kinds(watched(historyOf(edited, two, three), ready(0), one, two, three))).toEqual(['diverged'])
    expect(kinds(watched(historyOf(one, two), ready(0), one, two, message(9)))).toEqual(['diverged'])
    expect(kinds(watched(historyOf(one, two, three), ready(0), one, ready(2, 'reset'), three))).toEqual([])
  })

  test('holds the last acknowledged edit against what is there, unless one that nobody answered may have come later', () => {
    const history = historyOf(message(1, 3, { body: 'second' }))
    const edit = (body: string, version?: number) => {
      const answered = version === undefined ? null : version
      const what = { kind: 'edit' as const, body }
      return { person: 'alice', messageId: 'm1', asked: 2, answered, what, ...(version !== undefined && { version }) }
    }
    expect(kinds({ ...history, changes: [edit('first', 2), edit('second', 3)] })).toEqual([])
    expect(kinds({ ...history, changes: [edit('second', 2), edit('first', 3)] })).toEqual(['lost'])
    expect(kinds({ ...history, changes: [edit('first', 3), edit('second')] })).toEqual([])
  })

  test('holds the last acknowledged pin against what is there, and against the list of pins', () => {
    const pinned = message(1, 3, { pinned: true })
    const pin = (on: boolean, version: number) => {
      const what = { kind: 'pin' as const, on }
      return { person: 'alice', messageId: 'm1', asked: 2, answered: version, what, version }
    }
    const listedAs = (pins: Held[]): History => ({ ...historyOf(pinned), pinned: new Map([[room, pins]]) })
    expect(kinds({ ...listedAs([pinned]), changes: [pin(false, 2), pin(true, 3)] })).toEqual([])
    expect(kinds({ ...listedAs([pinned]), changes: [pin(true, 2), pin(false, 3)] })).toEqual(['lost'])
    expect(kinds(listedAs([]))).toEqual(['diverged'])
  })

  test('sees a quote that a watcher could have rewritten and that is old, and a thread that lacks an answer', () => {
    const edited = message(1, 3, { body: 'edited' })
    const quoting = message(2, 2, { quote: { id: 'm1', body: 'body 1' } })
    const listed = { ...quoting, quote: { id: 'm1', body: 'edited' } }
    expect(kinds(watched(historyOf(edited, listed), ready(0), quoting, edited))).toEqual([])
    expect(
      kinds(watched(historyOf(edited, listed), ready(0), { ...quoting, version: 2 }, { ...edited, body: '' })),
    ).toEqual(['diverged'])
    const thread = historyOf(one, two)
    thread.rows[1]!.threadRootId = one.id
    thread.threads.set(one.id, { root: { ...one, replyCount: 1 }, answers: [two] })
    expect(kinds(thread)).toEqual([])
    thread.threads.set(one.id, { root: { ...one, replyCount: 1 }, answers: [] })
    expect(kinds(thread)).toEqual(['diverged'])
  })

  test('sees what was seen or said by who had left, and not what was while they were leaving', () => {
    const leave = { person: 'bob', roomId: room, kind: 'leave' as const, asked: 1.5, answered: 2.5 }
    const history = watched(historyOf(one, two, three), ready(0), one, two)
    history.watches.at(0)!.open = false
    history.moves.push(leave)
    expect(kinds(history)).toEqual([])
    history.watches.at(0)!.seen.push(...seen(three))
    expect(kinds(history)).toEqual(['leaked'])
    expect(kinds({ ...history, graceMs: 1 })).toEqual([])
    expect(kinds({ ...history, graceMs: 0.4 })).toEqual(['leaked'])
    expect(kinds({ ...history, turns: [{ from: 0, to: 2 }] })).toEqual([])
    expect(kinds({ ...history, turns: [{ from: 4, to: 5 }] })).toEqual(['leaked'])

    const absent = historyOf(one, two)
    absent.moves.push({ ...leave, person: 'alice' })
    absent.absences.push({ person: 'alice', roomId: room, at: 2.6, from: 1, to: 2 })
    expect(kinds(absent)).toEqual(['leaked'])
  })

  test('sees in the log who spoke between going and coming back, and not who spoke before or after', () => {
    const log = (...kindsOfRows: string[]): History => {
      const history = historyOf(...kindsOfRows.map((_, at) => message(at + 1)))
      kindsOfRows.forEach((kind, at) => {
        history.rows[at]!.kind = kind
        if (kind === 'added' || kind === 'removed') history.rows[at]!.senderId = 'owner'
      })
      return history
    }
    expect(kinds(log('joined', 'text', 'removed', 'added', 'text', 'left', 'joined', 'text'))).toEqual([])
    expect(kinds(log('joined', 'text', 'removed', 'text', 'joined', 'text'))).toEqual(['leaked'])
    expect(kinds(log('text', 'left', 'text', 'text'))).toEqual(['leaked', 'leaked'])
    const others = log('text', 'removed', 'text')
    others.rows[1]!.personId = 'bob'
    expect(kinds(others)).toEqual([])
  })
})

test('a schedule is the same for the same seed', () => {
  const first = (seed: number) => {
    const steps = planFaults(seed, 30)
    return Array.from({ length: 50 }, () => steps.next().value)
  }
  expect(first(7)).toEqual(first(7))
  expect(first(7)).not.toEqual(first(8))
})
