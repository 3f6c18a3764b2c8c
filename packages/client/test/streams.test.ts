import { expect, test } from 'vitest'
import { createStreams } from '../src/links/streams.js'

test('nothing is open before anything was heard, and idle is who listens to nothing', () => {
  const { state, add } = createStreams()
  expect(state.get()).toMatchObject({ status: 'idle', transport: 'sse' })
  const stream = add()
  expect(state.get().status).toBe('connecting')
  stream.up()
  expect(state.get().status).toBe('open')
  stream.end()
  expect(state.get().status).toBe('idle')
})

test('one that is down outweighs one that was well, and a new one weighs nothing', () => {
  const { state, add } = createStreams()
  const [watched, glanced] = [add(), add()]
  watched.up()
  glanced.up()
  add()
  expect(state.get().status).toBe('open')
  watched.down(7)
  expect(state.get()).toMatchObject({ status: 'connecting', retryAt: 7, attempt: 1 })
  watched.up()
  expect(state.get()).toMatchObject({ status: 'open', retryAt: null, attempt: 0 })
})

test('four streams that fail once are one attempt', () => {
  const { state, add } = createStreams()
  for (const stream of [add(), add(), add(), add()]) stream.down(1)
  expect(state.get().attempt).toBe(1)
})

test('what ends no longer counts, whatever it still says', () => {
  const { state, add } = createStreams()
  const [gone, kept] = [add(), add()]
  kept.up()
  gone.end()
  gone.down(1)
  expect(state.get().status).toBe('open')
})

test('without a network it says so, and tries again at once when there is one', async () => {
  const { state, add, alarm, setOffline } = createStreams()
  const stream = add()
  stream.up()
  setOffline(true)
  stream.down(1)
  expect(state.get().status).toBe('offline')
  const woken = alarm.sleep(60_000)
  setOffline(false)
  await woken
  stream.up()
  expect(state.get().status).toBe('open')
})
