import { describe, expect, test } from 'vitest'
import type { Pending } from '../src/outbox-storage.js'
import { createChanges, deleted, edited, reacted } from '../src/timeline/changes.js'
import { toEntries } from '../src/timeline/entries.js'
import { alice, bob, message } from './make.js'

const pending: Pending = { roomId: 'room', clientId: 'c9', body: 'hello', replyTo: null, since: 5, state: 'sending' }

describe('an entry', () => {
  test('comes after everything confirmed while it is being sent', () => {
    const entries = toEntries([message(1)], [], [pending], alice)
    expect(entries.map(({ key, state }) => [key, state])).toEqual([
      ['bob:c1', 'sent'],
      ['alice:c9', 'sending'],
    ])
    expect(entries[1]!.message).toMatchObject({ body: 'hello', version: 0, sender: alice })
  })

  test('keeps its key when it is confirmed, and is there once', () => {
    const confirmed = message(2, { sender: alice, clientId: 'c9' })
    const keys = toEntries([message(1), confirmed], [], [pending], alice).map(({ key }) => key)
    expect(keys).toEqual(['bob:c1', 'alice:c9'])
  })

  test('is the same object while nothing changed', () => {
    const held = message(1)
    const [first] = toEntries([held], [], [pending], alice)
    expect(toEntries([held, message(2)], [], [], alice)[0]).toBe(first)
  })
})

describe('a change under way', () => {
  const shown = (change: ReturnType<typeof edited>, given = message(1)) =>
    toEntries([given], [change], [], alice)[0]!.message

  test('is shown at once', () => {
    expect(shown(edited('m1', 'new', new Date(9)))).toMatchObject({ body: 'new', editedAt: new Date(9) })
    expect(shown(deleted('m1', new Date(9)))).toMatchObject({ body: '', deletedAt: new Date(9) })
    expect(shown(reacted('m1', '👍', true, 'alice')).reactions).toEqual([{ emoji: '👍', count: 1, userIds: ['alice'] }])
  })

  test('changes nothing where the server already says so', () => {
    const both = [{ emoji: '👍', count: 2, userIds: [bob.id, alice.id] }]
    expect(shown(reacted('m1', '👍', true, 'alice'), message(1, { reactions: both })).reactions).toEqual(both)
    expect(shown(reacted('m1', '👍', false, 'alice'), message(1, { reactions: both })).reactions).toEqual([
      { emoji: '👍', count: 1, userIds: [bob.id] },
    ])
  })

  test('is taken back when the server refuses', async () => {
    const changes = createChanges(() => {})
    const done = changes.show(edited('m1', 'new', new Date()), () => Promise.reject(new Error('no')))
    expect(changes.shown()).toHaveLength(1)
    await expect(done).rejects.toThrow('no')
    expect(changes.shown()).toHaveLength(0)
  })

  test('waits for the one before it on the same message', async () => {
    const changes = createChanges(() => {})
    const order: string[] = []
    const slow = changes.show(reacted('m1', '👍', true, 'alice'), async () => {
      await new Promise((resolve) => setTimeout(resolve, 5))
      order.push('on')
    })
    const fast = changes.show(reacted('m1', '👍', false, 'alice'), async () => void order.push('off'))
    await Promise.all([slow, fast])
    expect(order).toEqual(['on', 'off'])
  })
})
