import { limits } from '@parley/contract/limits'
import type { Me } from '@parley/contract/users'

/** When the last code was asked for, in ms since 1970 by the server's clock. */
let askedAt = Infinity

/** A code was asked for, which is good until then. */
export function noteCode(expiresAt: Date): void {
  askedAt = expiresAt.getTime() - limits.codeSeconds * 1_000
}

/** Whether this log-in was the first proof of an address: it took away what somebody had set before, the password too. */
export function hasLostPassword({ createdAt, emailVerifiedAt }: Pick<Me, 'createdAt' | 'emailVerifiedAt'>): boolean {
  return emailVerifiedAt !== null && emailVerifiedAt.getTime() >= askedAt && createdAt.getTime() < askedAt
}

/** Where somebody goes who has logged in: where they were going, but first to a new password if theirs is gone. */
export const arrivalOf = (user: Me, next = '/'): string =>
  hasLostPassword(user) ? '/settings/password?proven=true' : next
