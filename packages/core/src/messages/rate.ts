import type { Clock } from '../clock.js'

/** How many messages in how long; none: no limit. */
export interface MessageRate {
  count: number
  perMs: number
  muteMs: number
}

/** A sliding window over what each person said in each room, kept by the process that heard it. */
export interface RateWindow {
  /** Whether none of these would be one too many; counts nothing. */
  fits(messages: Said[]): boolean
  /** Counts one more message, unless that would be one too many. The same message tried again counts once. */
  take(message: Said): boolean
}

interface Said {
  roomId: string
  senderId: string
  clientId: string
}

export function createRateWindow(rate: MessageRate | null, clock: Pick<Clock, 'now'>): RateWindow {
  if (!rate) return { fits: () => true, take: () => true }
  const said = new Map<string, { clientId: string; time: number }[]>()
  let sweepAt = clock.now() + rate.perMs

  /** Forgets who said nothing for a whole window, once a window. */
  function sweep(now: number, perMs: number): void {
    if (now < sweepAt) return
    sweepAt = now + perMs
    for (const [key, times] of said) if ((times.at(-1)?.time ?? 0) <= now - perMs) said.delete(key)
  }

  const keyOf = ({ roomId, senderId }: Said) => `${roomId} ${senderId}`
  const listSaid = (key: string, now: number, perMs: number) =>
    (said.get(key) ?? []).filter(({ time }) => time > now - perMs)

  return {
    fits(messages) {
      const now = clock.now()
      const more = new Map<string, number>()
      return messages.every((message) => {
        const key = keyOf(message)
        const count = (more.get(key) ?? 0) + 1
        more.set(key, count)
        return listSaid(key, now, rate.perMs).length + count <= rate.count
      })
    },
    take(message) {
      const { clientId } = message
      const now = clock.now()
      sweep(now, rate.perMs)
      const key = keyOf(message)
      const times = listSaid(key, now, rate.perMs)
      said.set(key, times)
      if (times.some((one) => one.clientId === clientId)) return true
      if (times.length >= rate.count) return false
      times.push({ clientId, time: now })
      return true
    },
  }
}
