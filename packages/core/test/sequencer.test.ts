import type { Message, MessageEvent } from '@parley/contract/messages'
import { createSequencer } from '@parley/core/realtime/sequencer'
import { pino } from 'pino'
import { expect, test } from 'vitest'

const change = (version: number): MessageEvent => ({ type: 'message', version, message: { version } as Message })

/** A sequencer, what it delivered, and what its reads of the database will find. */
function sequencer() {
  const delivered: number[] = []
  const inDatabase: number[] = []
  let reads = 0
  const one = createSequencer(
    (_roomId, event) => delivered.push(event.version),
    async (_roomId, since) => {
      reads++
      return inDatabase
        .filter((version) => version > since)
        .toSorted((a, b) => a - b)
        .map(change)
    },
    pino({ level: 'silent' }),
  )
  one.open('room', 10)
  const publish = (...versions: number[]) => {
    for (const version of versions) {
      inDatabase.push(version)
      one.publish('room', change(version))
    }
  }
  return { ...one, publish, delivered, inDatabase, reads: () => reads }
}

test('delivers in the order of versions, whatever order they come in, and each once', () => {
  const { publish, delivered } = sequencer()
  publish(12, 13, 11, 11, 12, 14)
  expect(delivered).toEqual([11, 12, 13, 14])
})

test('waits for one that is late, and reads nothing when it comes in time', async () => {
  const { publish, delivered, reads } = sequencer()
  publish(12)
  expect(delivered).toEqual([])
  publish(11)
  await new Promise((resolve) => setTimeout(resolve, 150))
  expect([delivered, reads()]).toEqual([[11, 12], 0])
})

test('reads what is missing once, after 100 ms', async () => {
  const { publish, delivered, inDatabase, reads } = sequencer()
  inDatabase.push(11, 12)
  publish(13, 15, 14)
  await expect.poll(() => delivered).toEqual([11, 12, 13, 14, 15])
  expect(reads()).toBe(1)
})

test('skips nothing that another process wrote since somebody began to listen', async () => {
  const { open, publish, delivered, inDatabase } = sequencer()
  inDatabase.push(11)
  open('room', 11)
  publish(12)
  await expect.poll(() => delivered).toEqual([11, 12])
})

test('goes on past versions that a later change of the same message has overtaken', async () => {
  const { publish, delivered } = sequencer()
  publish(13)
  await expect.poll(() => delivered).toEqual([13])
  publish(14)
  expect(delivered).toEqual([13, 14])
})

test('reads again when told that something may have been written without a word', async () => {
  const { recheck, delivered, inDatabase } = sequencer()
  inDatabase.push(11, 12)
  recheck('room')
  await expect.poll(() => delivered).toEqual([11, 12])
})

test('delivers nothing of a room that nobody watches any more', async () => {
  const { publish, stop, delivered } = sequencer()
  publish(12)
  stop('room')
  publish(11, 13)
  await new Promise((resolve) => setTimeout(resolve, 150))
  expect(delivered).toEqual([])
})
