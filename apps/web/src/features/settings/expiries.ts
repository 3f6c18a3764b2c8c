import { sayDay } from './say-device'

const dayMs = 24 * 60 * 60_000

/** How long a token may be good for. */
export const expiries = [
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: '1 year' },
  { value: 'never', label: 'No end' },
] as const

/** `undefined`: until it is revoked. */
export const expiryOf = (value: string, now: number): Date | undefined =>
  value === 'never' ? undefined : new Date(now + Number(value) * dayMs)

export function sayExpiry(expiresAt: Date | null, now: Date): string {
  if (expiresAt === null) return 'Good until you revoke it'
  const day = sayDay(expiresAt, now)
  if (expiresAt <= now) return `Ended ${day}`
  return `Good until ${day === 'today' ? 'later today' : day}`
}
