import type { Db } from '@parley/db/database'
import { liftVersions } from './queries-write.js'

/** Further than any room will ever count. */
const restoreLift = 1_000_000_000

/**
 * Whether a client's version is from before a restore. It may be ahead of what was restored, and so less than the whole
 * lift behind.
 */
export const isFromBeforeRestore = (held: number, current: number): boolean => current - held > restoreLift / 2

/** After a restore: puts every room's version out of reach of any that a client may hold; says how many rooms. */
export const outrunRestored = (db: Db): Promise<number> => liftVersions(db, restoreLift)
