import { limits } from '@parley/contract/limits'
import type { PresenceStatus } from '@parley/contract/presence'
import type { Db } from '@parley/db/database'
import type { Logger } from 'pino'
import type { Clock } from '../clock.js'
import { onBeat } from '../heartbeat.js'
import type { Hub } from '../realtime/hub.js'
import { createAnnouncer } from './announcer.js'

type Status = Exclude<PresenceStatus, 'offline'>

/** Who is there. A person is, while any of their devices holds a lease. */
export interface Presence {
  /** Takes or renews a device's lease: 30 s, or until `release` when `held` says a connection stands for it. */
  renew(userId: string, device: string, options: { status?: Status; held?: boolean }): void
  /** The device's connection closed; a few seconds of grace keep a page reload from showing. */
  release(userId: string, device: string): void
  statusOf(userId: string): PresenceStatus
  /** Everybody who is, whatever their status; with `since`, only who has been there without a break since then. */
  listOnline(since?: number): string[]
  /** What `since` is now: a number that only grows, also over a restart. */
  now(): number
  close(): Promise<void>
}

interface Lease {
  status: Status
  until: number
}

export function createPresence({ db, hub, clock, log }: { db: Db; hub: Hub; clock: Clock; log: Logger }): Presence {
  const people = new Map<string, Map<string, Lease>>()
  /** Who has a lease that ends by itself. A connection's does not: ten thousand of those are not looked at. */
  const expiring = new Set<string>()
  const arrivals = new Map<string, number>()
  // Two who come in one millisecond are told apart.
  let latest = clock.now() * 1_000
  const stopSweeping = onBeat(sweep)

  const statusOf = (userId: string): PresenceStatus => strongest([...(people.get(userId)?.values() ?? [])])
  const announcer = createAnnouncer({ db, hub, clock, log, statusOf })

  /** Runs `change` and tells who watches when the person's status is another one after it. */
  function change(userId: string, run: (leases: Map<string, Lease>) => void): void {
    const before = statusOf(userId)
    const leases = people.get(userId) ?? new Map<string, Lease>()
    run(leases)
    if (leases.size > 0) people.set(userId, leases)
    else people.delete(userId)
    if ([...leases.values()].some(({ until }) => until < Infinity)) expiring.add(userId)
    else expiring.delete(userId)
    const after = statusOf(userId)
    if (after === before) return
    if (before === 'offline') arrivals.set(userId, ++latest)
    else if (after === 'offline') arrivals.delete(userId)
    announcer.announce(userId)
  }

  function sweep(): void {
    for (const userId of expiring) {
      change(userId, (leases) => {
        for (const [device, lease] of leases) if (lease.until <= clock.now()) leases.delete(device)
      })
    }
  }

  return {
    renew: (userId, device, { status, held = false }) =>
      change(userId, (leases) => {
        const lease = leases.get(device)
        const until = held || lease?.until === Infinity ? Infinity : clock.now() + limits.presenceLeaseMs
        leases.set(device, { status: status ?? lease?.status ?? 'online', until })
      }),
    release: (userId, device) =>
      change(userId, (leases) => {
        const lease = leases.get(device)
        if (lease) leases.set(device, { ...lease, until: clock.now() + limits.presenceGraceMs })
      }),
    statusOf,
    listOnline: (since) =>
      since === undefined
        ? [...people.keys()]
        : [...arrivals].flatMap(([userId, arrived]) => (arrived <= since ? userId : [])),
    now: () => latest,
    close: async () => {
      stopSweeping()
      await announcer.close()
    },
  }
}

/** Do-not-disturb is meant for every device; else the most awake one counts. */
function strongest(leases: Lease[]): PresenceStatus {
  for (const status of ['dnd', 'online', 'idle'] as const)
    if (leases.some((lease) => lease.status === status)) return status
  return 'offline'
}
