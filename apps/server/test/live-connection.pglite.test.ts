import { Duplex } from 'node:stream'
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises'
import type { WebSocket } from 'ws'
import { expect, test } from 'vitest'
import { createTurns, liveConnection } from '../src/ws/live-connection.js'

/** A TCP socket that tells what left in one system call each. */
class Wire extends Duplex {
  readonly calls: string[] = []
  override _read() {}
  override _write(chunk: Buffer, _encoding: string, done: () => void) {
    this.calls.push(chunk.toString())
    done()
  }
  override _writev(chunks: { chunk: Buffer }[], done: () => void) {
    this.calls.push(chunks.map(({ chunk }) => chunk.toString()).join(' '))
    done()
  }
}

function openConnection(door = { waiting: 0 }) {
  const wire = new Wire()
  const socket = { readyState: 1, OPEN: 1, terminate() {} }
  const connection = liveConnection('id', socket as unknown as WebSocket, wire, createTurns(door))
  const write = (...frames: string[]) => frames.forEach((frame) => connection.write(Buffer.from(frame)))
  /** As ws does. */
  const send = (frame: string) => {
    connection.cork()
    wire.write(Buffer.from(frame))
  }
  return { wire, connection, write, send }
}

test('the first frame of a turn leaves at once, the others together at its end', async () => {
  const { wire, write } = openConnection()
  write('1', '2', '3')
  expect(wire.calls).toEqual(['1'])
  await turn()
  expect(wire.calls).toEqual(['1', '2 3'])
})

test('where the last turn brought several, the next one is held until its end; and after one that brought one, no more', async () => {
  const { wire, write } = openConnection()
  write('1', '2')
  await turn()
  write('3', '4')
  expect(wire.calls).toEqual(['1', '2'])
  await turn()
  write('5')
  await turn()
  write('6')
  expect(wire.calls).toEqual(['1', '2', '3 4', '5', '6'])
})

test('what is in no hurry leaves with the next frame and before it, or after a while by itself', async () => {
  const { wire, connection, write } = openConnection()
  connection.writeSoon(Buffer.from('activity'))
  expect(wire.calls).toEqual([])
  write('1')
  expect(wire.calls).toEqual(['activity 1'])
  await turn()
  connection.writeSoon(Buffer.from('more'))
  await sleep(150)
  expect(wire.calls).toEqual(['activity 1', 'more'])
})

test('while a crowd waits at the door, what is in no hurry comes together once a second', async () => {
  const { wire, connection } = openConnection({ waiting: 101 })
  connection.writeSoon(Buffer.from('ada is here'))
  await sleep(150)
  expect(wire.calls).toEqual([])
  connection.writeSoon(Buffer.from('bob is here'))
  await expect.poll(() => wire.calls).toEqual(['ada is here bob is here'])
})

test('what ws itself sends stands in its place among the frames', async () => {
  const { wire, connection, write, send } = openConnection()
  write('1')
  send('answer')
  write('2')
  send('another')
  await turn()
  expect(wire.calls).toEqual(['1', 'answer 2 another'])
  connection.writeSoon(Buffer.from('activity'))
  send('third')
  write('3')
  await turn()
  expect(wire.calls).toEqual(['1', 'answer 2 another', 'activity third 3'])
})
