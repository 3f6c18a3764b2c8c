import type { Invite } from '@parley/contract/invites'
import { sayDuration } from '../../app/durations'

/** How long an invitation still works and how often it was used, in one line. */
export function inviteText({ expiresAt, uses, maxUses }: Invite, now: Date): string {
  const ends = expiresAt
    ? `expires in ${sayDuration(Math.max(0, (expiresAt.getTime() - now.getTime()) / 1_000))}`
    : 'never expires'
  const times = uses === 0 ? 'not used yet' : `used ${uses} ${uses === 1 ? 'time' : 'times'}`
  const used = maxUses === null ? times : `${uses} of ${maxUses} uses`
  return `${used} · ${ends}`
}

export const expiries = [
  { value: 1, label: '1 hour' },
  { value: 24, label: '1 day' },
  { value: 7 * 24, label: '7 days' },
  { value: 30 * 24, label: '30 days' },
  { value: 0, label: 'Never' },
] as const

export const usesOffered = [
  { value: 0, label: 'No limit' },
  { value: 1, label: '1 person' },
  { value: 5, label: '5 people' },
  { value: 25, label: '25 people' },
  { value: 100, label: '100 people' },
] as const
