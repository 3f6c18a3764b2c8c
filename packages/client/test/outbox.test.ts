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

const mutedUntil = '2026-11-21T00:00:30.000Z'
const muted = (retryAfterMs = 30_000) => refusal('rate_limited', { retryAfterMs, mutedUntil })

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

  test('of a muted sender waits at its place and says until when, then all go in order', async () => {
    const { outbox, said, states, storage } = setUp({ answers: [muted()] })
    outbox.add({ roomId: 'room', body: 'one' })
    outbox.add({ roomId: 'room', body: 'two' })
    await pass(29_000)
    const error = { appCode: 'rate_limited', mutedUntil, retryAt: new Date(Date.now() + 1_000).toISOString() }
    expect(outbox.pending()[0]).toMatchObject({ body: 'one', state: 'sending', error })
    expect(storage.load('alice')[0]).toMatchObject({ error })
    expect(said()).toEqual(['one'])
    await pass(2_000)
    expect(said()).toEqual(['one', 'one', 'two'])
    expect(states()).toEqual([])
  })

  test('of a muted sender is not tried sooner for a connection that is back', async () => {
    const { outbox, alarm, said } = setUp({ answers: [refusal('forbidden'), muted()] })
    const refused = outbox.add({ roomId: 'room', body: 'refused' })
    outbox.add({ roomId: 'room', body: 'one' })
    await pass(10_000)
    alarm.wake()
    outbox.retry(refused)
    await pass(19_000)
    expect(said()).toEqual(['refused', 'one'])
    await pass(2_000)
    expect(said()).toEqual(['refused', 'one', 'one', 'refused'])
  })

  test('that is refused after three waits fails, and the next one has its own', async () => {
    const { outbox, said, states } = setUp({ answers: [muted(), muted(), muted(), muted(), muted()] })
    outbox.add({ roomId: 'room', body: 'one' })
    outbox.add({ roomId: 'room', body: 'two' })
    await pass(91_000)
    expect(states()).toEqual(['one failed', 'two sending'])
    expect(outbox.pending()[0]).toMatchObject({ error: { appCode: 'rate_limited', mutedUntil } })
    await pass(31_000)
    expect(said()).toEqual(['one', 'one', 'one', 'one', 'two', 'two'])
    expect(states()).toEqual(['one failed'])
  })

  test('of who is muted for long fails at once', async () => {
    const { outbox, states } = setUp({ answers: [muted(60_001)] })
    outbox.add({ roomId: 'room', body: 'one' })
    await pass()
    expect(states()).toEqual(['one failed'])
  })

  test('that waits can be discarded, which ends the wait', async () => {
    const { outbox, said, states } = setUp({ answers: [muted()] })
    const clientId = outbox.add({ roomId: 'room', body: 'one' })
    outbox.add({ roomId: 'room', body: 'two' })
    await pass(1_000)
    outbox.discard(clientId)
    await pass()
    expect(said()).toEqual(['one', 'two'])
    expect(states()).toEqual([])
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

  test('waits on until a muted sender may write again', async () => {
    const storage = memoryOutbox()
    const before = setUp({ storage, answers: [muted()] })
    before.outbox.add({ roomId: 'room', body: 'one' })
    await pass(10_000)
    before.outbox.open(null)
    const after = setUp({ storage })
    await pass(19_000)
    expect(after.said()).toEqual([])
    await pass(2_000)
    expect(after.said()).toEqual(['one'])
  })

  test('does not bring back what another tab discarded while it waited', async () => {
    const storage = memoryOutbox()
    const before = setUp({ storage, answers: [muted()] })
    const clientId = before.outbox.add({ roomId: 'room', body: 'one' })
    await pass()
    before.outbox.open(null)
    const after = setUp({ storage })
    storage.remove('alice', clientId)
    await pass(40_000)
    expect(after.said()).toEqual([])
    expect(after.states()).toEqual([])
    expect(storage.load('alice')).toEqual([])
  })

  test('keeps what one person did not send from the next', async () => {
    const { outbox, states } = setUp({ answers: [new Error('refused')] })
    outbox.add({ roomId: 'room', body: 'private' })
    await pass()
    outbox.open('bob')
    expect(states()).toEqual([])
  })
})
