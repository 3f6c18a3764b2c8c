import type { Entry } from '@parley/client'
import { dayOf } from './days'

/** Messages of one person closer than this share one avatar and name. */
export const groupMs = 5 * 60_000

/** One message and what stands above it. Primitive fields, so that an unchanged row compares equal. */
export interface Row {
  key: string
  entry: Entry
  /** First of a group: shows avatar, name and stamp. */
  first: boolean
  /** A day separator goes above. */
  newDay: boolean
  /** The "New" divider goes above. */
  divider: boolean
}

/** Lays out the timeline: days, the divider, and groups, none of which cross one another. */
export function toRows(entries: readonly Entry[], dividerSeq: number | null): Row[] {
  let previous: Entry | undefined
  let divided = dividerSeq === null
  return entries.map((entry) => {
    const { message } = entry
    const newDay = !previous || dayOf(previous.message.createdAt) !== dayOf(message.createdAt)
    // The first message at or after the place: the exact one may be a thread reply that this list does not show.
    const divider = !divided && entry.state === 'sent' && message.seq >= dividerSeq!
    if (divider) divided = true
    const first = newDay || divider || !previous || !continuesGroup(previous, entry)
    previous = entry
    return { key: entry.key, entry, first, newDay, divider }
  })
}

function continuesGroup({ message: above }: Entry, { message }: Entry): boolean {
  return (
    above.sender.id === message.sender.id &&
    !message.replyTo &&
    message.createdAt.getTime() - above.createdAt.getTime() < groupMs
  )
}
