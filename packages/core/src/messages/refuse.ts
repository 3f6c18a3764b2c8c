import type { RateLimitDetails } from '@parley/contract/errors'
import type { SendMessage } from '@parley/contract/messages'
import { may } from '@parley/contract/permissions'
import { areBlocked } from '../blocks/access.js'
import type { Clock } from '../clock.js'
import { AppError } from '../errors.js'
import type { MessageRow } from './mapper.js'
import type { RoomCounters, SenderRow } from './queries-send.js'

/** A sender as they are after what went before; `parted`: the other of a direct conversation of two is not to hear them. */
export interface Speaker extends Pick<
  SenderRow,
  'role' | 'muted_until' | 'last_sent_at' | 'visible_from_seq' | 'erasing'
> {
  parted: boolean
}

/**
 * Why a member cannot send this now; a repeat of a known one never comes here. Whatever refuses here has to be left out
 * by `queries-plain.ts` too, which writes most messages without coming here.
 */
export function refuse(
  send: SendMessage,
  room: RoomCounters,
  sender: Speaker,
  read: Map<string, MessageRow>,
  { clock }: { clock: Clock },
): AppError | undefined {
  if (sender.erasing) return new AppError('forbidden', 'This account is being erased.')
  if (room.archived_at) return new AppError('conflict', 'This room is archived.')
  if (sender.parted) return areBlocked()
  if (sender.muted_until && sender.muted_until.getTime() > clock.now()) return muted(sender.muted_until, clock)
  const waits = waitOf(room, sender)
  if (waits > 0) return new AppError('rate_limited', 'This room is in slow mode.', { details: { retryAfterMs: waits } })
  for (const field of ['replyToId', 'threadRootId'] as const) {
    const id = send[field]
    const message = id && findFault(field, read.get(id), room, sender)
    if (message) return new AppError('invalid', `${field} ${message}.`, { details: [{ path: [field], message }] })
  }
  return undefined
}

/** In slow mode, the milliseconds until the sender may speak again; by the database's clock, which all servers share. */
function waitOf(room: RoomCounters, { role, last_sent_at }: Speaker): number {
  if (room.slow_seconds === 0 || !last_sent_at || !role || may(role, 'skipSlow')) return 0
  return last_sent_at.getTime() + room.slow_seconds * 1_000 - room.now.getTime()
}

/** What is quoted or answered must be in this room and visible to the sender; a thread hangs on a main message. */
function findFault(
  field: string,
  target: MessageRow | undefined,
  room: RoomCounters,
  sender: Speaker,
): string | undefined {
  if (!target || target.room_id !== room.id || target.seq < sender.visible_from_seq)
    return 'is not a message of this room'
  if (target.deleted_at) return 'is deleted'
  if (target.kind !== 'text') return 'is a note of what happened'
  return field === 'threadRootId' && target.thread_root_id ? 'is itself a reply in a thread' : undefined
}

/** Until when the sender is muted, if it was for that. */
export function mutedUntil({ details }: AppError): Date | null {
  const { mutedUntil: until } = (details ?? {}) as Partial<RateLimitDetails>
  return until === undefined ? null : new Date(until)
}

export function muted(until: Date, clock: Clock): AppError {
  const details = { retryAfterMs: Math.max(0, until.getTime() - clock.now()), mutedUntil: until.toISOString() }
  return new AppError('rate_limited', 'You are muted in this room for a while.', { details })
}
