import type { InboxEvent } from '@parley/contract/rooms'
import { describe, expect, test } from 'vitest'
import { reducePins } from '../src/pins.js'
import { reduceUnreadThreads } from '../src/threads.js'
import { emptyWindow, reduceTimeline, type TimelineAction } from '../src/timeline/window.js'
import { bob, event, message, page } from './make.js'

const root = message(1, { replyCount: 1, lastRepliers: [bob] })
const answer = (seq: number, more = {}) => message(seq, { threadRootId: root.id, ...more })
const live = (given: ReturnType<typeof message>): TimelineAction => ({ type: 'event', event: event(given) })

describe('a timeline of a thread', () => {
  const window = { ...emptyWindow, rootId: root.id }
  const asked = reduceTimeline(window, { type: 'asked', part: 'page' })
  const landed = reduceTimeline(asked, {
    type: 'landed',
    part: 'page',
    generation: asked.generation,
    page: { ...page([answer(2)]), root },
  })

  test('holds its answers and what they answer, and nothing else of the room', () => {
    const next = [answer(3), message(4), answer(5, { alsoToRoom: true }), answer(6, { threadRootId: 'another' })]
      .map(live)
      .reduce(reduceTimeline, landed)
    expect(next.messages.map(({ seq }) => seq)).toEqual([2, 3, 5])
    expect(next.root).toEqual(root)
  })

  test('has the newer root of page and event, whichever comes first, and names who was renamed', () => {
    const newer = { ...root, version: 9, body: 'edited' }
    expect(reduceTimeline(landed, live(newer)).root).toEqual(newer)
    const before = reduceTimeline(asked, live(newer))
    const after = reduceTimeline(before, {
      type: 'landed',
      part: 'page',
      generation: asked.generation,
      page: { ...page([answer(2)]), root },
    })
    expect(after.root).toEqual(newer)
    const renamed = reduceTimeline(landed, { type: 'renamed', user: { ...bob, displayName: 'Robert' } })
    expect(renamed.root?.lastRepliers[0]?.displayName).toBe('Robert')
  })

  test('begins again after a reset as the same thread', () => {
    const reset = reduceTimeline(landed, { type: 'event', event: { type: 'reset', version: 50 } })
    expect(reset).toMatchObject({ rootId: root.id, root: null, loaded: false, messages: [], version: 50 })
  })
})

test('an event that was overtaken by the reading makes nothing of a thread unread again', () => {
  const told = (replyCount: number, readReplies: number, follows = true): InboxEvent => ({
    ...{ type: 'thread', rootId: 'root', roomId: 'room', follows, replyCount, readReplies, lastReadSeq: readReplies },
    unread: follows ? replyCount - readReplies : 0,
  })
  const unread = (...events: InboxEvent[]) => events.reduce(reduceUnreadThreads, []).map((thread) => thread.unread)
  expect(unread(told(1, 0), told(2, 0))).toEqual([2])
  expect(unread(told(1, 0), told(1, 1), told(2, 0))).toEqual([1])
  expect(unread(told(2, 0), told(1, 1))).toEqual([1])
  expect(unread(told(2, 0), told(2, 0, false))).toEqual([0])
  expect(unread(told(2, 0), { type: 'left', roomId: 'room' })).toEqual([])
})

test('pins come and go with their messages, the last pinned first, and say what is quoted as it is now', () => {
  const pinned = (seq: number, at: number | null, version = seq) =>
    message(seq, { version, pinnedAt: at === null ? null : new Date(at) })
  const pins = [pinned(1, 10), pinned(2, 30), pinned(3, 20), message(4)].reduce(reducePins, [])
  expect(pins.map(({ seq }) => seq)).toEqual([2, 3, 1])
  expect(reducePins(pins, pinned(2, null, 9)).map(({ seq }) => seq)).toEqual([3, 1])
  expect(reducePins(pins, pinned(2, null, 1))).toBe(pins)
  expect(reducePins(pins, message(5))).toBe(pins)
  const quoting = message(6, { version: 6, pinnedAt: new Date(40), replyTo: { ...root, body: 'old' } })
  const [first] = reducePins([quoting], message(1, { version: 9, body: 'new' }))
  expect(first?.replyTo?.body).toBe('new')
})
