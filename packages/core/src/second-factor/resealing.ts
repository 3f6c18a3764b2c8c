import type { Db } from '@parley/db/database'
import type { Logger } from 'pino'
import type { Seals } from '../auth/seals.js'
import { lockFactorsNotOf, setSealed } from './queries.js'

/** No log-in waits for longer than so many take. */
const atOnce = 100

/**
 * Seals with the key of now what an older one has sealed, or none. At the start of a server, so that the secret of
 * before is needed for one start only. What no key opens stays, and its owner comes in by a recovery code.
 */
export async function resealFactors(db: Db, seals: Seals, log: Logger): Promise<void> {
  let [sealed, lost] = [0, 0]
  for (let after: string | undefined = '00000000-0000-0000-0000-000000000000'; after !== undefined;) {
    const from: string = after
    const rows = await db.transaction().execute(async (tx) => {
      const found = await lockFactorsNotOf(tx, seals.keyId, from, atOnce)
      for (const { user_id, ...row } of found) {
        const secret = seals.open(user_id, row)
        if (secret) await setSealed(tx, user_id, seals.seal(user_id, secret))
        if (secret) sealed++
        else lost++
      }
      return found
    })
    after = rows.length < atOnce ? undefined : rows.at(-1)?.user_id
  }
  if (sealed > 0) log.info({ sealed }, 'second factors were sealed with the key of now')
  if (lost > 0)
    log.warn({ lost }, 'second factors are sealed by a secret that is neither JWT_SECRET nor JWT_SECRET_PREVIOUS')
}
