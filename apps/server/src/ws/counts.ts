/** What the sockets of this process are doing, and what was refused or ended since it started. For metrics and tests. */
export interface SocketCounts {
  open: number
  /** Those that have not shown whose they are, whether open or waiting to be. */
  strangers: number
  subscriptions: number
  /** Calls whose answers are still to come. */
  callsUnderWay: number
  refusedUpgrades: number
  refusedCalls: number
  /** Closed for asking too much, or cut for reading too little. */
  ended: number
}

export const noCounts = (): SocketCounts => ({
  open: 0,
  strangers: 0,
  subscriptions: 0,
  callsUnderWay: 0,
  refusedUpgrades: 0,
  refusedCalls: 0,
  ended: 0,
})
