import type { Message } from '@parley/contract/messages'
import { TRPCClientError } from '@trpc/client'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createAlarm } from '../src/backoff.js'
import { createOutbox } from '../src/outbox.js'
import { memoryOutbox, type OutboxStorage, type Pending } from '../src/outbox-storage.js'
import { alice, message } from './make.js'

interface Call {
  roomId: string
  clientId: string
  body: string
}

function refusal(appCode: string, details?: unknown) {
  return new TRPCClientError(appCode, {
    result: { error: { code: 0, message: appCode, data: { appCode, details } } } as never,
  })
}

/** An outbox whose server answers with what `answers` holds, in turn; then it accepts. */
function setUp({ answers = [], storage = memoryOutbox() }: { answers?: unknown[]; storage?: OutboxStorage } = {}) {
  const calls: Call[] = []
  const arrived: Message[] = []
  const alarm = createAlarm()
  const outbox = createOutbox({
    storage,
    alarm,
    now: () => Date.now(),
    isOffline: () => false,
    sent: (sent) => arrived.push(sent),
    async send(call) {
      calls.push(call)
      const answer = answers.shift()
      if (answer) return Promise.reject(answer)
      const { clientId, body } = call
      return { message: message(calls.length, { clientId, body, sender: alice }), duplicate: false }
    },
  })
  outbox.open('alice')
  const said = () => calls.map(({ body }) => body)
  const states = () => outbox.pending().map(({ body, state }: Pending) => `${body} ${state}`)
  return { outbox, calls, arrived, alarm, said, states, storage }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())
const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms)

describe('an unsent message', () => {
  test('is pending at once and gone when the server has it', async () => {
    const { outbox, arrived, states } = setUp()
    outbox.add({ roomId: 'room', body: 'hello' })
    expect(states()).toEqual(['hello sending'])
    await pass()
    expect(states()).toEqual([])
    expect(arrived.map(({ body }) => body)).toEqual(['hello'])
  })

  test('is tried again under the same client id while the server is away, and nothing overtakes it', async () => {
    const { outbox, calls, said, states } = setUp({ answers: [new Error('refused'), refusal('unavailable')] })
    outbox.add({ roomId: 'room', body: 'one' })
    outbox.add({ roomId: 'room', body: 'two' })
    await pass()
    expect(states()).toEqual(['one sending', 'two sending'])
    await pass(10_000)
    expect(said()).toEqual(['one', 'one', 'one', 'two'])
    expect(new Set(calls.map(({ clientId }) => clientId)).size).toBe(2)
  })

  test('is tried at once when the connection is back', async () => {
    const { outbox, alarm, said } = setUp({ answers: [new Error('refused')] })
    outbox.add({ roomId: 'room', body: 'one' })
    await pass()
    alarm.wake()
    await pass()
    expect(said()).toEqual(['one', 'one'])
  })

  test('does not wait for another room', async () => {
    const { outbox, said } = setUp({ answers: [new Error('refused')] })
    outbox.add({ roomId: 'room', body: 'one' })
    outbox.add({ roomId: 'other', body: 'two' })
    await pass()
    expect(said()).toEqual(['one', 'two'])
  })

  test('fails when the server refuses it, and the next one goes on', async () => {
    const { outbox, states, said } = setUp({ answers: [refusal('forbidden')] })
    const clientId = outbox.add({ roomId: 'room', body: 'one' })
    outbox.add({ roomId: 'room', body: 'two' })
    await pass()
    expect(states()).toEqual(['one failed'])
    outbox.retry(clientId)
    await pass()
    expect(said()).toEqual(['one', 'two', 'one'])
    expect(states()).toEqual([])
  })

  test('of a muted sender says until when, and the next one waits that long', async () => {
    const mutedUntil = '2026-11-21T00:00:30.000Z'
    const { outbox, said, states } = setUp({ answers: [refusal('rate_limited', { retryAfterMs: 30_000, mutedUntil })] })
    outbox.add({ roomId: 'room', body: 'one' })
    outbox.add({ roomId: 'room', body: 'two' })
    await pass(29_000)
    expect(outbox.pending()[0]).toMatchObject({ state: 'failed', error: { appCode: 'rate_limited', mutedUntil } })
    expect(said()).toEqual(['one'])
    await pass(2_000)
    expect(said()).toEqual(['one', 'two'])
    expect(states()).toEqual(['one failed'])
  })

  test('can be discarded', async () => {
    const { outbox, storage, states } = setUp({ answers: [refusal('invalid')] })
    const clientId = outbox.add({ roomId: 'room', body: 'one' })
    await pass()
    outbox.discard(clientId)
    expect(states()).toEqual([])
    expect(storage.load('alice')).toEqual([])
  })
})

test('what is written before it is known who is logged in is sent as soon as it is', async () => {
  const { outbox, said, storage } = setUp()
  outbox.open(null)
  outbox.add({ roomId: 'room', body: 'early' })
  await pass()
  expect(said()).toEqual([])
  outbox.open('alice')
  expect(storage.load('alice')).toHaveLength(1)
  await pass()
  expect(said()).toEqual(['early'])
})

describe('a reload', () => {
  test('takes up what was not sent, in order and under the same client ids', async () => {
    const storage = memoryOutbox()
    const before = setUp({ storage, answers: [new Error('refused')] })
    const ids = ['one', 'two'].map((body) => before.outbox.add({ roomId: 'room', body }))
    await pass()
    before.outbox.open(null)
    const after = setUp({ storage })
    await pass()
    expect(after.calls.map(({ clientId }) => clientId)).toEqual(ids)
    expect(storage.load('alice')).toEqual([])
  })

  test('does not send what another tab has sent meanwhile', async () => {
    const storage = memoryOutbox()
    setUp({ storage, answers: [new Error('refused')] }).outbox.add({ roomId: 'room', body: 'one' })
    await pass()
    const other = setUp({ storage, answers: [new Error('refused')] })
    await pass()
    storage.remove('alice', other.outbox.pending()[0]!.clientId)
    await pass(10_000)
    expect(other.said()).toEqual(['one'])
    expect(other.states()).toEqual([])
  })

  test('keeps what one person did not send from the next', async () => {
    const { outbox, states } = setUp({ answers: [new Error('refused')] })
    outbox.add({ roomId: 'room', body: 'private' })
    await pass()
    outbox.open('bob')
    expect(states()).toEqual([])
  })
})
