import { Duplex } from 'node:stream'
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises'
import type { WebSocket } from 'ws'
import { expect, test } from 'vitest'
import { createTurns, LiveConnection } from '../src/ws/live-connection.js'

/** A TCP socket that tells what left in one system call each. */
class Wire extends Duplex {
  readonly calls: string[] = []
  readonly chunks: Buffer[] = []
  override _read() {}
  override _write(chunk: Buffer, _encoding: string, done: () => void) {
    this.calls.push(chunk.toString())
    this.chunks.push(chunk)
    done()
  }
  override _writev(chunks: { chunk: Buffer }[], done: () => void) {
    this.calls.push(chunks.map(({ chunk }) => chunk.toString()).join(' '))
    done()
  }
}

function openConnection(turns = createTurns()) {
  const wire = new Wire()
  const socket = { readyState: 1, OPEN: 1, terminate() {} }
  const connection = new LiveConnection('id', socket as unknown as WebSocket, wire, turns)
  const write = (...frames: string[]) => frames.forEach((frame) => connection.write(Buffer.from(frame)))
  return { wire, connection, write }
}

test('what the first turn brings leaves together at its end', async () => {
  const { wire, write } = openConnection()
  write('1', '2', '3')
  expect(wire.calls).toEqual([])
  await turn()
  expect(wire.calls).toEqual(['123'])
})

test('the first frame of a turn leaves at once where the last one brought no second, the others together at its end', async () => {
  const { wire, write } = openConnection()
  write('1')
  await turn()
  write('2', '3', '4')
  expect(wire.calls).toEqual(['1', '2'])
  await turn()
  expect(wire.calls).toEqual(['1', '2', '34'])
  write('5', '6')
  expect(wire.calls).toEqual(['1', '2', '34'])
  await turn()
  expect(wire.calls).toEqual(['1', '2', '34', '56'])
  write('7')
  await turn()
  write('8')
  expect(wire.calls).toEqual(['1', '2', '34', '56', '7', '8'])
})

test('who holds the same frames is sent the same bytes, and nobody is sent those of another', async () => {
  const turns = createTurns()
  const [ann, bob, cy] = [openConnection(turns), openConnection(turns), openConnection(turns)]
  const [one, two, three] = ['1', '2', '3'].map((text) => Buffer.from(text)) as [Buffer, Buffer, Buffer]
  for (const { connection } of [ann, bob]) for (const frame of [one, two]) connection.write(frame)
  for (const frame of [one, three]) cy.connection.write(frame)
  await turn()
  expect([ann, bob, cy].map(({ wire }) => wire.calls)).toEqual([['12'], ['12'], ['13']])
  expect(ann.wire.chunks[0]).toBe(bob.wire.chunks[0])
})

test('much leaves as it is, in one call', async () => {
  const { wire, write } = openConnection()
  const long = 'x'.repeat(200_000)
  write(long, long)
  expect(wire.calls).toEqual([`${long} ${long}`])
  await turn()
  expect(wire.calls).toEqual([`${long} ${long}`])
})

test('what is held goes out before the last word of ws', async () => {
  const { wire, connection, write } = openConnection()
  write('1', '2')
  connection.pass()
  expect(wire.calls).toEqual(['12'])
  await turn()
  expect(wire.calls).toEqual(['12'])
})

test('what is in no hurry leaves with the next frame and before it, or after a while by itself', async () => {
  const { wire, connection, write } = openConnection()
  write('first')
  await turn()
  connection.writeSoon(Buffer.from('activity'))
  expect(wire.calls).toEqual(['first'])
  write('1')
  expect(wire.calls).toEqual(['first', 'activity1'])
  await turn()
  connection.writeSoon(Buffer.from('more'))
  await sleep(150)
  expect(wire.calls).toEqual(['first', 'activity1', 'more'])
})

test('while a crowd waits at the door, what is in no hurry comes together once a second', async () => {
  const { wire, connection } = openConnection(createTurns({ waiting: 101 }))
  connection.writeSoon(Buffer.from('ada is here'))
  await sleep(150)
  expect(wire.calls).toEqual([])
  connection.writeSoon(Buffer.from('bob is here'))
  await expect.poll(() => wire.calls).toEqual(['ada is herebob is here'])
})
