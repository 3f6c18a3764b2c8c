import { limits } from '@parley/contract/limits'
import type { MessageEvent, WatchMessages } from '@parley/contract/messages'
import { ownerOf } from '../auth/access.js'
import type { Ctx } from '../context.js'
import { AppError } from '../errors.js'
import { EventFrames } from '../realtime/frames.js'
import { type Accept, live } from '../realtime/hand-over.js'
import { requireListener } from '../rooms/access.js'
import { isFromBeforeRestore } from '../rooms/maintain.js'
import type { Backlog } from './backlogs.js'
import { forReader } from './mapper.js'

/**
 * What changes in a room from `lastEventId` on (none: from now on): every message changed since, once, as it now is,
 * in ascending version; then `ready`; then each change as it comes. More than 1,000 changes, or an id from the future,
 * is a `reset` instead.
 */
export async function* followRoom(ctx: Ctx, input: WatchMessages, signal: AbortSignal): AsyncGenerator<MessageEvent> {
  const { roomId } = input
  // Another process may write between the read below and the first change that this one hears of: the first who
  // listens here says up to where there is nothing to miss.
  const known = ctx.hub.versionOf(roomId) ?? (await requireListener(ctx, roomId)).version
  // Listen first, then check and read: what is committed in between waits in the feed, and who is removed in
  // between has their feed ended.
  const feed = ctx.hub.openChanges(ownerOf(ctx, roomId), roomId, known, signal)
  try {
    const after = readEventId(input.lastEventId)
    const room = await requireListener(ctx, roomId)
    const first = await readBacklog(ctx, room, after)
    const version = first.at(-1)?.event.version ?? room.version
    // A generator holds its variables for as long as it lives, and a backlog may be megabytes.
    yield* live(feed, onlyNew(version, room.visible_from_seq), () => first.splice(0))
  } finally {
    feed.leave()
  }
}

/** Passes on what is newer than what was given already, as a reader who may see none before `visibleFrom` gets it. */
function onlyNew(version: number, visibleFrom: number): Accept<MessageEvent> {
  let given = version
  return (event) => {
    if (event.type !== 'message' || event.version <= given) return undefined
    given = event.version
    if (event.message.seq < visibleFrom) return undefined
    const message = forReader(event.message, visibleFrom)
    return message === event.message ? event : { ...event, message }
  }
}

/**
 * What was missed and `ready`, or `reset` alone. The room's version was read before its messages, so all changes up to
 * it are among them. Newer ones may be too, and then all up to the newest: versions are given under the room's lock, so
 * none becomes visible before its elders.
 */
async function readBacklog(
  ctx: Ctx,
  { id: roomId, version, visible_from_seq: visibleFrom }: { id: string; version: number; visible_from_seq: number },
  after: number | null,
): Promise<Backlog> {
  const last = (type: 'ready' | 'reset', at: number) => new EventFrames<MessageEvent>({ type, version: at })
  if (after === null || after === version) return [last('ready', version)]
  if (after > version || isFromBeforeRestore(after, version)) return [last('reset', version)]
  const missed = await ctx.backlogs({ roomId, visibleFrom, after })
  if (missed.length > limits.catchUpMessages) return [last('reset', version)]
  return [...missed, last('ready', Math.max(version, missed.at(-1)?.event.version ?? 0))]
}

function readEventId(lastEventId: string | null | undefined): number | null {
  if (lastEventId === null || lastEventId === undefined) return null
  if (/^\d+$/.test(lastEventId)) return Math.min(Number(lastEventId), Number.MAX_SAFE_INTEGER)
  const message = 'is not an id that an event carried'
  throw new AppError('invalid', `lastEventId ${message}.`, { details: [{ path: ['lastEventId'], message }] })
}
