import { createLanes, type Tell } from '@parley/core/messages/lanes'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'

interface Job {
  roomId: string
  name: string
  reject(error: unknown): void
}

interface Batch {
  names: string[]
  written(): void
  failed(error: Error): void
}

/** Lanes whose batches are written when the test says so. */
function testLanes() {
  const batches: Batch[] = []
  const told: string[] = []
  const refused: string[] = []
  const lanes = createLanes<Job>((jobs, { tellLast }) => {
    const names = jobs.map(({ name }) => name)
    return new Promise<Tell>((resolve, failed) => {
      const written = () => {
        tellLast()
        resolve(() => told.push(...names))
      }
      batches.push({ names, written, failed })
    })
  })
  const add = (...names: string[]) => {
    for (const name of names) lanes.add({ roomId: name.charAt(0), name, reject: () => refused.push(name) })
  }
  const batch = (at: number) => vi.waitUntil(() => batches[at])
  return { lanes, add, batch, batches, told, refused }
}

test('what arrives while a batch is written shares the next, and is told after it', async () => {
  const { lanes, add, batch, batches, told } = testLanes()
  add('a1', 'b1')
  const first = await batch(0)
  add('a2')
  add('c1')
  await sleep(20)
  expect(batches.map(({ names }) => names)).toEqual([['a1', 'b1']])
  first.written()
  const second = await batch(1)
  expect(second.names).toEqual(['a2', 'c1'])
  second.written()
  await lanes.idle()
  expect(told).toEqual(['a1', 'b1', 'a2', 'c1'])
})

test('a room that is held up lets the others pass, waits for its own, and nothing is at one room twice', async () => {
  const { lanes, add, batch, batches, told } = testLanes()
  add('a1')
  const held = await batch(0)
  add('b1', 'a2')
  const passing = await batch(1)
  expect(passing.names).toEqual(['b1'])
  passing.written()
  add('a3', 'c1')
  const another = await batch(2)
  expect(another.names).toEqual(['c1'])
  another.written()
  await vi.waitFor(() => expect(told).toEqual(['b1', 'c1']))
  add('a4')
  await sleep(20)
  expect(batches.length).toBe(3)
  held.written()
  const rest = await batch(3)
  expect(rest.names).toEqual(['a2', 'a3', 'a4'])
  rest.written()
  await lanes.idle()
  expect(told).toEqual(['b1', 'c1', 'a1', 'a2', 'a3', 'a4'])
})

test('a batch that fails refuses its jobs; those before it are told, and the next are written', async () => {
  const { lanes, add, batch, told, refused } = testLanes()
  add('a1')
  const first = await batch(0)
  add('a2', 'a3')
  first.written()
  const second = await batch(1)
  expect(told).toEqual([])
  second.failed(new Error('broken'))
  add('a4')
  ;(await batch(2)).written()
  await lanes.idle()
  expect([refused, told]).toEqual([
    ['a2', 'a3'],
    ['a1', 'a4'],
  ])
})

test('what is slow but has its rooms is waited for', async () => {
  const starts: string[] = []
  const lanes = createLanes<Job>(async (jobs, { begun, tellLast }) => {
    starts.push(...jobs.map(({ name }) => name))
    begun()
    await sleep(200)
    starts.push('written')
    tellLast()
    return () => {}
  })
  lanes.add({ roomId: 'a', name: 'a1', reject: expect.unreachable })
  await sleep(150)
  lanes.add({ roomId: 'b', name: 'b1', reject: expect.unreachable })
  await lanes.idle()
  expect(starts).toEqual(['a1', 'written', 'b1', 'written'])
})

test('of a room that is held up so much may wait, and the others are not refused for it', async () => {
  const { lanes, add, batch, refused } = testLanes()
  add('a0')
  const held = await batch(0)
  add('b0')
  const passing = await batch(1)
  for (let n = 1; n <= 10_001; n++) add(`a${n}`)
  add('b1')
  expect(refused).toEqual(['a10001'])
  passing.written()
  ;(await batch(2)).written()
  held.written()
  for (let at = 3; at <= 42; at++) (await batch(at)).written()
  await lanes.idle()
})

test('a queue that is full refuses what comes', async () => {
  const { lanes, add, batch, refused } = testLanes()
  add('a1')
  const first = await batch(0)
  for (let n = 0; n < 10_001; n++) add(`a${n}`)
  expect(refused).toEqual(['a10000'])
  first.written()
  for (let at = 1; at <= 40; at++) (await batch(at)).written()
  await lanes.idle()
})

test('whatever is held up when, each room is written in order and by one batch at a time', async () => {
  const [written, busy]: [string[], Set<string>] = [[], new Set()]
  let [batches, most] = [0, 0]
  let seed = 7
  const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647
  const lanes = createLanes<Job>(async (jobs, { tellLast }) => {
    const rooms = new Set(jobs.map(({ roomId }) => roomId))
    for (const room of rooms) {
      expect(busy).not.toContain(room)
      busy.add(room)
    }
    tellLast()
    most = Math.max(most, ++batches)
    await sleep(random() < 0.2 ? 150 : 1)
    for (const room of rooms) busy.delete(room)
    batches--
    return () => written.push(...jobs.map(({ name }) => name))
  })
  const names: string[] = []
  for (let n = 0; n < 300; n++) {
    const roomId = 'abcdefgh'.charAt(Math.floor(random() * 8))
    names.push(`${roomId}${n}`)
    lanes.add({ roomId, name: `${roomId}${n}`, reject: expect.unreachable })
    if (random() < 0.3) await sleep(5)
  }
  await lanes.idle()
  for (const room of 'abcdefgh') {
    const of = (list: string[]) => list.filter((name) => name.startsWith(room))
    expect(of(written)).toEqual(of(names))
  }
  expect(most).toBeGreaterThan(1)
})
