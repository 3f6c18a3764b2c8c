import { createRateWindow } from '@parley/core/messages/rate'
import { expect, test } from 'vitest'

test('five in ten seconds go, the sixth does not, and each makes room again as it ages', () => {
  let now = 0
  const window = createRateWindow({ count: 5, perMs: 10_000, muteMs: 30_000 }, { now: () => now })
  let n = 0
  const take = () => window.take({ roomId: 'r', senderId: 's', clientId: String(n++) })
  const taken: boolean[] = []
  for (now = 0; now < 6_000; now += 1_000) taken.push(take())
  expect(taken).toEqual([true, true, true, true, true, false])
  now = 10_000
  expect([take(), take()]).toEqual([true, false])
  now = 11_000
  expect([take(), take()]).toEqual([true, false])
})

test('the same message tried again counts once, and other rooms and people have windows of their own', () => {
  const window = createRateWindow({ count: 1, perMs: 10_000, muteMs: 30_000 }, { now: () => 0 })
  const message = { roomId: 'r', senderId: 's', clientId: 'c' }
  expect([window.take(message), window.take(message)]).toEqual([true, true])
  expect(window.take({ ...message, clientId: 'd' })).toBe(false)
  expect(window.take({ ...message, roomId: 'other' })).toBe(true)
  expect(window.take({ ...message, senderId: 'other' })).toBe(true)
})
