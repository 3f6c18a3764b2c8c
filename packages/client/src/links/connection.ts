export interface ConnectionState {
  status: 'idle' | 'connecting' | 'open' | 'offline'
  /** How events come, or are to come: over a socket, or as event streams where no socket stays open. */
  transport: 'ws' | 'sse'
  /** When the next attempt begins, in ms since 1970; `null` while one runs. */
  retryAt: number | null
  /** Failed attempts so far. */
  attempt: number
}

/** `offline` is a hint: a machine without a network can still reach itself. */
export const offlineProbeMs = 30_000
