import { expect, test } from 'vitest'
import type { OutboxStorage, Pending } from '@parley/client'
import { describeError } from '../src/app/describe-error'
import { errorsOfFailure } from '../src/features/auth/register-errors'
import { sayConnection } from '../src/features/connection/say-connection'
import { countWaiting } from '../src/features/connection/waiting-messages'

const failure = (appCode: string, details?: unknown) => ({ data: { appCode, details, requestId: 'r' } })

test('a taken username is said beside the username', () => {
  const errors = errorsOfFailure(failure('conflict', [{ path: ['username'], message: 'taken' }]))
  expect(errors).toEqual({ username: 'Somebody has this username already.' })
})

test('what a server does not explain is said above the button', () => {
  expect(errorsOfFailure(failure('conflict')).form).toContain('in use already')
  expect(errorsOfFailure(failure('forbidden')).form).toContain('invitation')
  expect(errorsOfFailure(new Error('fetch failed')).form).toContain("Can't reach the server")
})

test('a limit says when to try again', () => {
  expect(describeError(failure('rate_limited', { retryAfterMs: 900 }))).toContain('in 1 second.')
  expect(describeError(failure('rate_limited', { retryAfterMs: 41_000 }))).toContain('in 41 seconds')
  expect(describeError(failure('rate_limited', { retryAfterMs: 600_000 }))).toContain('in 10 minutes')
})

test('a good connection is not worth a word, and a bad one says how many messages wait', () => {
  expect(sayConnection({ status: 'open', transport: 'ws', attempt: 0, retryAt: null }, 3)).toBeNull()
  const offline = sayConnection({ status: 'offline', transport: 'ws', attempt: 0, retryAt: null }, 1)
  expect(offline?.safe).toBe("1 message waits to go when you're back.")
  const away = sayConnection({ status: 'connecting', transport: 'ws', attempt: 4, retryAt: 1 }, 2)
  expect(away).toMatchObject({ title: "Can't reach the server.", canRetry: true, trying: false })
  expect(away?.safe).toContain('2 messages wait')
})

test('waiting messages are counted even where the storage keeps nothing', () => {
  const nothing: OutboxStorage = { load: () => [], put: () => {}, remove: () => {} }
  const outbox = countWaiting(nothing)
  const seen: number[] = []
  const leave = outbox.waiting.subscribe(() => seen.push(outbox.waiting.get()))
  const pending: Pending = { roomId: 'r', clientId: 'c', body: 'b', replyTo: null, since: 0, state: 'sending' }
  outbox.put('u', pending)
  outbox.put('u', { ...pending, clientId: 'd', state: 'failed' })
  outbox.remove('u', 'c')
  leave()
  expect(seen).toEqual([1, 1, 0])
})

test('what somebody else has not sent on this device is not counted as one’s own', () => {
  const pending: Pending = { roomId: 'r', clientId: 'c', body: 'b', replyTo: null, since: 0, state: 'sending' }
  const outbox = countWaiting({ load: (userId) => (userId === 'u' ? [pending] : []), put: () => {}, remove: () => {} })
  outbox.load('u')
  expect(outbox.waiting.get()).toBe(1)
  outbox.load('v')
  expect(outbox.waiting.get()).toBe(0)
})
