import type { InboxEvent, InboxRoom } from '@parley/contract/rooms'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createMarker } from '../src/read-marker.js'
import { reduceInbox } from '../src/rooms.js'
import { message, room, settings } from './make.js'

function setUp(given: Partial<InboxRoom> = {}) {
  let inbox = [room('a', { lastMain: 9, unread: 9, lastMessage: message(9), ...given })] as readonly InboxRoom[]
  const told: number[] = []
  const marker = createMarker('a', {
    room: () => inbox[0],
    shown: (event: InboxEvent) => (inbox = reduceInbox(inbox, event)),
    async mark(seq) {
      told.push(seq)
      return {
        lastReadSeq: seq,
        readMain: seq,
        readVersion: told.length,
        unread: 9 - seq,
        mentions: 0,
        mentionSeqs: [],
      }
    },
  })
  const hear = (event: InboxEvent) => void (inbox = reduceInbox(inbox, event))
  return { marker, told, hear, unread: () => inbox[0]!.unread }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('scrolling through many messages tells the server of the last one', async () => {
  const { marker, told, unread } = setUp()
  for (const seq of [1, 2, 5, 3]) marker.reached(seq)
  await vi.advanceTimersByTimeAsync(300)
  expect(told).toEqual([5])
  expect(unread()).toBe(4)
})

test('reaching the last message clears the badge at once', () => {
  const { marker, unread } = setUp()
  marker.reached(9)
  expect(unread()).toBe(0)
})

test('it stays cleared when an old move is told again, and clears again after the next message', async () => {
  const { marker, hear, unread } = setUp({ readVersion: 3 })
  marker.reached(9)
  hear({
    type: 'read',
    roomId: 'a',
    lastReadSeq: 2,
    readMain: 2,
    readVersion: 3,
    unread: 7,
    mentions: 0,
    mentionSeqs: [],
  })
  expect(unread()).toBe(0)
  hear({
    type: 'activity',
    roomId: 'a',
    lastSeq: 10,
    lastMain: 10,
    version: 10,
    memberCount: 2,
    lastMessage: message(10),
    ...settings,
  })
  expect(unread()).toBe(1)
  marker.reached(10)
  expect(unread()).toBe(0)
  hear({
    type: 'read',
    roomId: 'a',
    lastReadSeq: 9,
    readMain: 9,
    readVersion: 4,
    unread: 1,
    mentions: 0,
    mentionSeqs: [],
  })
  expect(unread()).toBe(1)
})

test('what is read already is not told again', async () => {
  const { marker, told } = setUp({ lastReadSeq: 7 })
  marker.reached(6)
  await vi.advanceTimersByTimeAsync(300)
  expect(told).toEqual([])
})

test('leaving the room tells at once what was still waiting', () => {
  const { marker, told } = setUp()
  marker.reached(4)
  marker.close()
  expect(told).toEqual([4])
})
