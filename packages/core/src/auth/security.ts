import type { Security } from '@parley/contract/security'
import type { Ctx } from '../context.js'
import { countRecoveryCodesOf, hasSecondFactor } from '../second-factor/access.js'
import { readPasswordHash } from './service.js'

/** Says what guards the caller's account, and nothing of the secrets themselves. */
export async function getSecurity({ db, actor }: Ctx): Promise<Security> {
  const [hash, secondFactor, codes] = await Promise.all([
    readPasswordHash(db, actor.id),
    hasSecondFactor(db, actor.id),
    countRecoveryCodesOf(db, actor.id),
  ])
  return { hasPassword: hash !== null, secondFactor, recoveryCodesLeft: codes }
}
