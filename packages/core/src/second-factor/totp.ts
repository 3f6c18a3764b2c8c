import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

const stepMs = 30_000

/** As RFC 6238 has it and every authenticator app knows it: SHA-1, six digits, thirty seconds. */
const totpOf = (secret: Buffer, issuer = '', label = '') =>
  new TOTP({
    issuer,
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: stepMs / 1_000,
    secret: Secret.fromHex(secret.toString('hex')),
  })

export const newSecret = (): Buffer => randomBytes(20)

/** What an app takes, typed or as a QR code. */
export function describeSecret(secret: Buffer, issuer: string, label: string): { secret: string; uri: string } {
  const totp = totpOf(secret, issuer, label)
  return { secret: totp.secret.base32, uri: totp.toString() }
}

/** The step whose code was given, at most one away from now; `null` for another code. */
export function readStep(secret: Buffer, given: string, now: number): number | null {
  const token = given.replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const delta = totpOf(secret).validate({ token, timestamp: now, window: 1 })
  return delta === null ? null : Math.floor(now / stepMs) + delta
}
