import { limits } from '@parley/contract/limits'

const halfMs = (limits.fileLinkSeconds * 1_000) / 2

/**
 * Addresses of one half of the time that they are good for are the same, so that browsers need not fetch again what
 * they have: begun `from`, good until `until`, which is between a half and all of the time from now. Milliseconds.
 */
export function linkWindow(now: number): { from: number; until: number } {
  const from = Math.floor(now / halfMs) * halfMs
  return { from, until: from + 2 * halfMs }
}
