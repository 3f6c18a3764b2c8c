import type { Message } from '@parley/contract/messages'
import { describe, expect, test } from 'vitest'
import { quoteOf } from '../src/messages.js'
import { emptyWindow, reduceTimeline, type TimelineAction, type TimelineWindow } from '../src/timeline/window.js'
import { alice, bob, event, message, page } from './make.js'

const play = (window: TimelineWindow, ...actions: TimelineAction[]) => actions.reduce(reduceTimeline, window)
const live = (given: Message): TimelineAction => ({ type: 'event', event: event(given) })
const landed = (window: TimelineWindow, ...given: Parameters<typeof page>): TimelineAction => ({
  type: 'landed',
  part: 'page',
  generation: window.generation,
  page: page(...given),
})
const opened = (...given: Parameters<typeof page>) => {
  const asked = play(
    emptyWindow,
    { type: 'event', event: { type: 'ready', version: 10 } },
    { type: 'asked', part: 'page' },
  )
  return play(asked, landed(asked, ...given))
}
const bodies = (window: TimelineWindow) => window.messages.map(({ body }) => body)
const seqs = (window: TimelineWindow) => window.messages.map(({ seq }) => seq)

describe('what arrives', () => {
  test('is appended when the end of the room is held', () => {
    expect(seqs(play(opened([message(1), message(2)]), live(message(3))))).toEqual([1, 2, 3])
  })

  test('is only counted when it is not', () => {
    const window = play(opened([message(1)], null, 'newer'), live(message(5)), live(message(6)), live(message(5)))
    expect(seqs(window)).toEqual([1])
    expect(window.beyond.size).toBe(2)
  })

  test('replaces an older version, and never a newer one', () => {
    const edited = message(1, { version: 9, body: 'edited' })
    const window = play(opened([message(1)]), live(edited), live(message(1, { version: 5, body: 'stale' })))
    expect(bodies(window)).toEqual(['edited'])
    expect(play(window, live({ ...edited, body: 'same version' })).messages).toBe(window.messages)
  })

  test('goes to its place when an edited message comes after a later one', () => {
    expect(seqs(play(opened([message(1)]), live(message(3)), live(message(2, { version: 8 }))))).toEqual([1, 2, 3])
  })

  test('stays out when it is a pure thread reply', () => {
    const window = opened([message(1)])
    const reply = message(2, { threadRootId: 'm1' })
    expect(seqs(play(window, live(reply)))).toEqual([1])
    expect(seqs(play(window, live({ ...reply, alsoToRoom: true })))).toEqual([1, 2])
  })

  test('while the first page is on its way is merged into it by version', () => {
    const asked = play(emptyWindow, { type: 'asked', part: 'page' })
    const seen = play(asked, live(message(2, { version: 7, body: 'edited' })), live(message(3, { version: 8 })))
    const window = play(seen, landed(seen, [message(1), message(2)]))
    expect(bodies(window)).toEqual(['body 1', 'edited', 'body 3'])
    expect(window.aside.size).toBe(0)
  })

  test('while the last newer page is on its way follows it', () => {
    const asked = play(opened([message(1)], null, 'newer'), { type: 'asked', part: 'newer' }, live(message(4)))
    const newer = page([message(2), message(3)])
    const window = play(asked, { type: 'landed', part: 'newer', generation: asked.generation, page: newer })
    expect(seqs(window)).toEqual([1, 2, 3, 4])
    expect(window.beyond.size).toBe(0)
  })
})

describe('a quote', () => {
  const original = message(1, { body: 'original' })
  const reply = message(2, { replyTo: quoteOf(original) })
  const quoted = (window: TimelineWindow) => window.messages.at(-1)!.replyTo!.body

  test('follows the message it quotes', () => {
    const window = play(opened([original, reply]), live({ ...original, version: 5, body: 'edited' }))
    expect(quoted(window)).toBe('edited')
  })

  test('is empty once that message is deleted', () => {
    const window = opened([original, reply])
    expect(quoted(play(window, live({ ...original, version: 5, deletedAt: new Date() })))).toBe('')
  })

  test('follows a message outside the window, and a repeated event does not turn it back', () => {
    const edits = [5, 6, 5].map((version) => live({ ...original, version, body: `edit ${version}` }))
    expect(quoted(play(opened([reply], 'older'), ...edits))).toBe('edit 6')
  })

  test('carries at most 200 characters, none of them cut in half', () => {
    const long = { ...original, version: 5, body: '👨‍👩‍👧‍👦'.repeat(300) }
    expect(quoted(play(opened([original, reply]), live(long)))).toBe('👨‍👩‍👧‍👦'.repeat(200))
  })

  test('shows a renamed person by the new name', () => {
    const window = play(opened([original, reply]), { type: 'renamed', user: { ...bob, displayName: 'Robert' } })
    expect(window.messages[1]!.sender.displayName).toBe('Robert')
    expect(window.messages[1]!.replyTo!.sender.displayName).toBe('Robert')
    expect(play(window, { type: 'renamed', user: alice }).messages).toBe(window.messages)
  })
})

describe('a window', () => {
  test('is emptied by a reset, and what was asked before it is ignored', () => {
    const asked = play(opened([message(1)], 'older'), { type: 'asked', part: 'older' })
    const reset = play(asked, { type: 'event', event: { type: 'reset', version: 99 } })
    const late: TimelineAction = {
      type: 'landed',
      part: 'older',
      generation: asked.generation,
      page: page([message(0)]),
    }
    expect(reset).toMatchObject({ loaded: false, messages: [], version: 99 })
    expect(play(reset, late)).toBe(reset)
  })

  test('resumes from what the feed said, not from the answer to a call', () => {
    const window = play(opened([message(1)]), { type: 'confirmed', message: message(3, { version: 50 }) })
    expect(seqs(window)).toEqual([1, 3])
    expect(window.version).toBe(10)
  })

  test('grows at both edges', () => {
    const start = opened([message(5)], 'older', 'newer')
    const older: TimelineAction = {
      type: 'landed',
      part: 'older',
      generation: start.generation,
      page: page([message(4)]),
    }
    const newer: TimelineAction = {
      type: 'landed',
      part: 'newer',
      generation: start.generation,
      page: page([message(6)]),
    }
    expect(play(start, older, newer)).toMatchObject({ hasOlder: false, hasNewer: false })
    expect(seqs(play(start, older, newer))).toEqual([4, 5, 6])
  })

  test('lets go of its oldest messages and can fetch them again', () => {
    const trimmed = play(opened([message(1), message(2), message(3)]), { type: 'trimmed', keep: 2 })
    expect(seqs(trimmed)).toEqual([2, 3])
    expect(trimmed.hasOlder).toBe(true)
  })

  test('keeps what it has when a page at an edge cannot be fetched', () => {
    const asked = play(opened([message(1)], 'older'), { type: 'asked', part: 'older' })
    const failed = play(asked, { type: 'failed', part: 'older', generation: asked.generation })
    expect(failed).toMatchObject({ hasOlder: true, loading: { older: false } })
  })
})
