import { type Clock, systemClock } from '@parley/core/clock'

export interface MovableClock extends Clock {
  /** Time passes at once: what was to happen meanwhile happens before this returns. */
  advance(ms: number): void
}

interface Alarm {
  at: number
  ring(): void
}

/** The time as it is, until a test moves it on. */
export function movableClock(): MovableClock {
  let offset = 0
  const alarms = new Set<Alarm>()
  const now = () => systemClock.now() + offset
  return {
    now,
    after(ms, run) {
      const stop = systemClock.after(ms, () => alarm.ring())
      const alarm: Alarm = {
        at: now() + ms,
        ring() {
          stop()
          if (alarms.delete(alarm)) run()
        },
      }
      alarms.add(alarm)
      return () => {
        stop()
        alarms.delete(alarm)
      }
    },
    advance(ms) {
      offset += ms
      const due = [...alarms].filter(({ at }) => at <= now()).toSorted((a, b) => a.at - b.at)
      for (const alarm of due) alarm.ring()
    },
  }
}
