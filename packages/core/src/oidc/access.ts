import type { Tx } from '@parley/db/database'
import { deleteIdentitiesOf } from './queries.js'

/** From now on no provider opens this account. */
export const removeIdentities = (tx: Tx, userId: string) => deleteIdentitiesOf(tx, userId)
