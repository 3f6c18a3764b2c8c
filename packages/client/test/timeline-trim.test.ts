import type { MessageEvent } from '@parley/contract/messages'
import { expect, test } from 'vitest'
import { createAlarm } from '../src/backoff.js'
import { createOutbox } from '../src/outbox.js'
import { memoryOutbox } from '../src/outbox-storage.js'
import { createStore } from '../src/store.js'
import { createTimeline, type TimelineOptions } from '../src/timeline/controller.js'
import { event, message, page } from './make.js'

type Input = { cursor?: string; aroundSeq?: number }

/** A timeline that somebody watches, of a room with `count` messages. */
async function watched(count: number) {
  const all = Array.from({ length: count }, (_, index) => message(index + 1))
  const asked: Input[] = []
  let say: (event: MessageEvent) => void = () => {}
  const watch = {
    subscribe(_: unknown, { onData }: { onData: (given: { data: MessageEvent }) => void }) {
      say = (data) => onData({ data })
      return { unsubscribe: () => {} }
    },
  }
  const query = async ({ aroundSeq }: Input) => {
    asked.push({ ...(aroundSeq && { aroundSeq }) })
    return page(aroundSeq ? all.filter(({ seq }) => Math.abs(seq - aroundSeq) <= 50) : all)
  }
  const alarm = createAlarm()
  const send = () => new Promise<never>(() => {})
  const sending = { storage: memoryOutbox(), alarm, send, sent: () => {}, isOffline: () => false, now: Date.now }
  const timeline = createTimeline(
    {
      ...{ alarm, now: Date.now, said: () => {}, heard: () => {}, outbox: createOutbox(sending) },
      session: { state: createStore({ user: null }) },
      trpc: { messages: { watch, list: { query } } },
    } as unknown as TimelineOptions,
    'room',
  )
  const leave = timeline.subscribe(() => {})
  say({ type: 'ready', version: count })
  await new Promise((resolve) => setTimeout(resolve))
  const seqs = () => timeline.get().entries.map(({ message: { seq } }) => seq)
  return { timeline, asked, seqs, say: (seq: number) => say(event(message(seq))), leave }
}

test('a timeline that is watched lets go of its oldest messages, and can fetch them again', async () => {
  const { timeline, asked, seqs, say, leave } = await watched(300)
  for (let seq = 301; seq <= 340; seq++) say(seq)
  const newest = timeline.get().entries.slice(-300)
  expect(timeline.get()).toMatchObject({ hasOlder: false, entries: { length: 340 } })

  timeline.trim()
  expect(timeline.get().hasOlder).toBe(true)
  expect(timeline.get().entries.every((entry, index) => entry === newest[index])).toBe(true)
  expect(seqs()).toHaveLength(300)
  say(341)
  expect(seqs().at(-1)).toBe(341)

  await timeline.loadOlder()
  expect(asked.at(-1)).toEqual({ aroundSeq: 41 })
  expect(seqs()).toEqual(Array.from({ length: 341 }, (_, index) => index + 1))
  leave()
})

test('a timeline of few messages keeps them', async () => {
  const { timeline, leave } = await watched(300)
  const before = timeline.get()
  timeline.trim()
  expect(timeline.get()).toBe(before)
  leave()
})
