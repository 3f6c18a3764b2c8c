import { expect, test } from 'vitest'
import { explainFailure } from '../src/app/field-errors'
import { isOwnPath } from '../src/app/own-path'
import { arrivalOf, noteCode } from '../src/features/auth/arrival'
import { errorsOfFailure } from '../src/features/auth/register-errors'
import { sayArrival } from '../src/features/auth/say-arrival'
import { asksForSecondFactor } from '../src/features/auth/second-factor'
import { expiryOf, sayExpiry } from '../src/features/settings/expiries'
import { sayDevice, sayPlace } from '../src/features/settings/say-device'
import { sayScopes } from '../src/features/settings/scopes'

const failure = (appCode: string, details?: unknown) => ({ data: { appCode, details, requestId: 'r' } })
const minute = 60_000

test('a browser is called by the name that its owner knows', () => {
  const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'
  const safari =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'
  expect(sayDevice(chrome)).toEqual({ name: 'Chrome on Linux', kind: 'desktop' })
  expect(sayDevice(safari)).toEqual({ name: 'Safari on iOS', kind: 'phone' })
  expect(sayDevice('curl/8.5.0')).toEqual({ name: 'curl', kind: 'program' })
  expect(sayDevice(null).name).toBe('Unknown device')
})

test('an address says what a person can make of it', () => {
  expect(sayPlace('203.0.113.4', '203.0.113.4')).toBe('Same network as this device (203.0.113.4)')
  expect(sayPlace('203.0.113.4', '198.51.100.1')).toBe('Internet address (203.0.113.4)')
  expect(sayPlace('192.168.1.7', null)).toBe('Local network (192.168.1.7)')
  expect(sayPlace('172.32.0.1', null)).toBe('Internet address (172.32.0.1)')
  expect(sayPlace('127.0.0.1', '127.0.0.1')).toContain("The server's own machine")
  expect(sayPlace(null, null)).toBe('Unknown address')
})

test('who had something set before an address was proven goes to a new password first', () => {
  const asked = new Date('2026-11-03T10:00:00Z').getTime()
  const person = (createdAt: number, emailVerifiedAt: number | null) =>
    ({
      createdAt: new Date(createdAt),
      emailVerifiedAt: emailVerifiedAt === null ? null : new Date(emailVerifiedAt),
    }) as Parameters<typeof arrivalOf>[0]
  const old = person(asked - 60 * minute, asked + minute)
  expect(arrivalOf(old, '/r/1')).toBe('/r/1')
  noteCode(new Date(asked + 10 * minute))
  expect(arrivalOf(old, '/r/1')).toBe('/settings/password?proven=true')
  expect(arrivalOf(person(asked + minute, asked + minute), '/r/1')).toBe('/r/1')
  expect(arrivalOf(person(asked - 60 * minute, asked - 30 * minute))).toBe('/')
  expect(arrivalOf(person(asked - 60 * minute, null))).toBe('/')
})

test('the second factor is asked for when the server says so, and by nothing else', () => {
  expect(asksForSecondFactor(failure('unauthenticated', { totp: true }))).toBe(true)
  expect(asksForSecondFactor(failure('unauthenticated'))).toBe(false)
  expect(asksForSecondFactor(new Error('fetch failed'))).toBe(false)
})

test('a refusal stands beside the field it names, and a limit says how long', () => {
  const says = { currentPassword: 'Not it.' }
  const wrong = failure('invalid', [{ path: ['currentPassword'], message: 'is wrong' }])
  expect(explainFailure(wrong, says)).toEqual({ currentPassword: 'Not it.' })
  expect(explainFailure(failure('rate_limited', { retryAfterMs: 4_000 }), says)).toEqual({
    form: 'That was too often. Try again in 4 seconds.',
  })
  const common = failure('invalid', [{ path: ['password'], message: 'is used by many' }])
  expect(errorsOfFailure(common).password).toContain('Too many people')
})

test('who was logged out is told why, and who came by themselves is not', () => {
  expect(sayArrival({ ended: true })).toContain('drafts and unsent messages are kept')
  expect(sayArrival({ reset: true })).toContain('new password is set')
  expect(sayArrival({})).toBeUndefined()
})

test('a token says until when it is good and what it may do', () => {
  const now = new Date(2026, 10, 3, 12)
  expect(expiryOf('never', now.getTime())).toBeUndefined()
  expect(expiryOf('7', now.getTime())).toEqual(new Date(2026, 10, 10, 12))
  expect(sayExpiry(null, now)).toBe('Good until you revoke it')
  expect(sayExpiry(new Date(2027, 0, 5, 12), now)).toBe('Good until Tue 5 Jan 2027')
  expect(sayExpiry(new Date(2026, 10, 2, 12), now)).toBe('Ended yesterday')
  expect(sayScopes(['messages:read', 'presence:read', 'later'])).toBe("Read messages, see who's here, later")
})

test('a log-in leads on within this client, and never to another server', () => {
  const here = { origin: 'https://chat.example' }
  const within = ['/', '/r/1?at=2', '/settings/close#x', '/a//b']
  expect(within.filter((path) => isOwnPath(path, here))).toEqual(within)
  const elsewhere = [
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n//evil.example',
    '/..//evil.example',
    '\\\\evil.example',
    'https://evil.example/',
    'https:evil.example',
    'javascript:alert(1)',
    '',
    undefined,
    ['/'],
  ]
  expect(elsewhere.filter((path) => isOwnPath(path, here))).toEqual([])
})
