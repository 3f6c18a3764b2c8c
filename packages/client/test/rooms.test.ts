import { expect, test } from 'vitest'
import { quoteOf } from '../src/messages.js'
import { reduceInbox, uniteInbox } from '../src/rooms.js'
import { bob, message, room, settings } from './make.js'

const activity = (roomId: string, seq: number) =>
  ({
    type: 'activity',
    roomId,
    lastSeq: seq,
    lastMain: seq,
    version: seq,
    memberCount: 2,
    lastMessage: message(seq),
    ...settings,
    name: roomId,
  }) as const
const read = (roomId: string, seq: number, readVersion = 1) =>
  ({
    type: 'read',
    roomId,
    lastReadSeq: seq,
    readMain: seq,
    readVersion,
    unread: 0,
    mentions: 0,
    mentionSeqs: [] as number[],
  }) as const

test('a room with a new message comes first and has one more unread', () => {
  const inbox = reduceInbox([room('a'), room('b')], activity('b', 3))
  expect(inbox.map(({ id, unread }) => [id, unread])).toEqual([
    ['b', 3],
    ['a', 0],
  ])
})

test('activity that the list already reflects changes nothing', () => {
  const inbox = reduceInbox([room('a')], activity('a', 5))
  expect(reduceInbox(inbox, activity('a', 4))).toEqual(inbox)
  expect(reduceInbox(inbox, activity('a', 5))).toEqual(inbox)
})

test('reading on another device clears the badge here', () => {
  const inbox = reduceInbox(reduceInbox([room('a')], activity('a', 5)), read('a', 5))
  expect(inbox[0]).toMatchObject({ unread: 0, lastReadSeq: 5 })
  expect(reduceInbox(inbox, activity('a', 7))[0]!.unread).toBe(2)
})

test('marking unread elsewhere moves the pointer back, and a late move does not bring it forward again', () => {
  const marked = reduceInbox([room('a', { readVersion: 2, lastReadSeq: 9 })], read('a', 3, 3))
  expect(marked[0]!.lastReadSeq).toBe(3)
  expect(reduceInbox(marked, read('a', 9, 2))[0]!.lastReadSeq).toBe(3)
  expect(reduceInbox(marked, read('a', 9, 3))[0]!.lastReadSeq).toBe(3)
})

test('what was read is counted against the messages that are held, not those of when it was told', () => {
  const inbox = reduceInbox([room('a', { lastMain: 5, version: 5 })], read('a', 3))
  expect(inbox[0]!.unread).toBe(2)
})

test('a room that comes late takes back neither newer messages, nor a newer name, nor a newer read pointer', () => {
  const held = reduceInbox(reduceInbox([room('a')], activity('a', 9)), read('a', 7, 4))
  const late = room('a', {
    name: 'the old name',
    notify: 'none',
    version: 5,
    lastSeq: 5,
    lastMain: 5,
    memberCount: 1,
    readMain: 5,
    readVersion: 2,
  })
  const [merged] = reduceInbox(held, { type: 'room', room: late })
  expect(merged).toEqual({ ...held[0], notify: 'none' })
  expect(merged).toMatchObject({ lastSeq: 9, memberCount: 2, lastReadSeq: 7, unread: 2 })
})

test('a room that is newer is taken as it is', () => {
  const newer = room('a', { version: 9, lastMain: 9, readMain: 9, readVersion: 3, memberCount: 5 })
  expect(reduceInbox([room('a', { version: 5, readVersion: 2 })], { type: 'room', room: newer })).toEqual([newer])
})

test('rooms of the same time are in the order of the server: by id, downwards', () => {
  const inbox = reduceInbox([room('c'), room('b')], { type: 'room', room: room('a') })
  expect(inbox.map(({ id }) => id)).toEqual(['c', 'b', 'a'])
})

test('unread is never below zero', () => {
  const inbox = reduceInbox([room('a', { readMain: 9, lastMain: 9 })], activity('a', 5))
  expect(inbox[0]!.unread).toBe(0)
})

test('activity of an unknown room is ignored', () => {
  const inbox = [room('a')]
  expect(reduceInbox(inbox, activity('x', 1))).toEqual(inbox)
})

test('who is muted sees until when, and their voice come back', () => {
  const until = new Date(60_000)
  const muted = reduceInbox([room('a')], { type: 'muted', roomId: 'a', until })
  expect(muted[0]!.mutedUntil).toEqual(until)
  expect(reduceInbox(muted, { type: 'room', room: room('a') })[0]!.mutedUntil).toBeNull()
})

test('a room that is joined appears once, and disappears when it is left', () => {
  const joined = reduceInbox([room('a')], { type: 'room', room: room('b', { lastActivityAt: new Date(9) }) })
  expect(joined.map(({ id }) => id)).toEqual(['b', 'a'])
  expect(reduceInbox(joined, { type: 'room', room: room('b') })).toHaveLength(2)
  expect(reduceInbox(joined, { type: 'left', roomId: 'b' }).map(({ id }) => id)).toEqual(['a'])
})

test('a renamed person is shown by the new name', () => {
  const replyTo = quoteOf(message(1))
  const direct = room('d', { kind: 'direct', members: [bob], lastMessage: message(2, { replyTo }) })
  const [renamed] = reduceInbox([direct], { type: 'user', user: { ...bob, displayName: 'Robert' } })
  expect(renamed!.members![0]!.displayName).toBe('Robert')
  expect(renamed!.lastMessage!.sender.displayName).toBe('Robert')
  expect(renamed!.lastMessage!.replyTo!.sender.displayName).toBe('Robert')
})

test('a room that moved between two pages is listed once, as it is newest', () => {
  const inbox = uniteInbox([[room('a', { version: 1 })], [room('a', { version: 2 }), room('b')]])
  expect(inbox.map(({ id, version }) => [id, version])).toEqual([
    ['b', 0],
    ['a', 2],
  ])
})

test('of two pages, the newer read pointer and the newer messages count, whichever page has them', () => {
  const [united] = uniteInbox([
    [room('a', { version: 2, lastMain: 2, readVersion: 1 })],
    [room('a', { readVersion: 3, readMain: 1 })],
  ])
  expect(united).toMatchObject({ version: 2, readVersion: 3, unread: 1 })
})

test('a renamed, archived room is shown as such, and an older name does not come back', () => {
  const renamed = { ...activity('a', 5), name: 'New', archivedAt: new Date(5) }
  const inbox = reduceInbox([room('a')], renamed)
  expect(inbox[0]).toMatchObject({ name: 'New', archivedAt: new Date(5) })
  expect(reduceInbox(inbox, activity('a', 4))).toEqual(inbox)
})

test('mentions count while they are unread, whatever order they are told in', () => {
  const mention = (seq: number, on = true) => ({ type: 'mention', roomId: 'a', seq, senderId: bob.id, on }) as const
  const inbox = [mention(4), mention(2), mention(4), mention(3), mention(3, false)].reduce(reduceInbox, [room('a')])
  expect(inbox[0]).toMatchObject({ mentions: 2, mentionSeqs: [2, 4] })
  const seen = reduceInbox(inbox, read('a', 3, 1))
  expect(seen[0]).toMatchObject({ mentions: 1, mentionSeqs: [4] })
  expect(reduceInbox(seen, mention(1))).toEqual(seen)
  const back = reduceInbox(seen, { ...read('a', 0, 2), mentionSeqs: [2, 4] })
  expect(back[0]).toMatchObject({ mentions: 2, mentionSeqs: [2, 4] })
})
