import type { Tx } from '@parley/db/database'
import type { Ctx } from '../context.js'
import { type Concern, tellConcerns, tellEverybody, tellGone, tellQuote } from '../notifications/calls.js'
import { activityTopic, inboxTopic } from '../realtime/topics.js'
import type { Changed } from './change.js'
import { type MessageRow, toMessage } from './mapper.js'
import { callsOf, tellMentions } from './mentions.js'
import { deleteConcerns, forgetReads, insertConcerns, listConcerns } from './queries-mentions.js'

export interface Recalled {
  concerns: Concern[]
  body: string
  version: number
  at: Date
}

const same = (one: Concern) => (other: Concern) => one.userId === other.userId && one.reason === other.reason
const peopleOf = (concerns: Concern[]) => concerns.flatMap(({ userId }) => userId ?? [])

/** Whom the message calls and answers now instead of before, and what it says now; says what to tell of it. */
export async function replaceConcerns(
  ctx: Ctx,
  tx: Tx,
  row: MessageRow,
  { concerns: now, body, version, at }: Recalled,
): Promise<Required<Changed>> {
  const message = { ...toMessage(row), body }
  const { id, roomId, seq, sender } = message
  const before = await listConcerns(tx, id)
  const gone = before.filter((one) => !now.some(same(one)))
  const come = now.filter((one) => !before.some(same(one)))
  await deleteConcerns(tx, id, gone)
  const place = { id, roomId, seq, senderId: sender.id, version, at }
  await insertConcerns(
    tx,
    come.map((concern) => ({ message: place, concern })),
  )
  await forgetReads(tx, id, [...gone, ...come])
  const kept = before.filter((one) => now.some(same(one)))
  const everybody = before.find((one) => one.userId === null && now.some(same(one)))

  function tell(): void {
    tellMentions(ctx.hub, place, callsOf(gone), false)
    tellMentions(ctx.hub, place, callsOf(come), true)
    const activity = activityTopic(roomId)
    if (gone.some(({ userId }) => userId === null)) tellGone(ctx.hub, roomId, [activity], [id], true)
    tellConcerns(ctx.hub, message, come, at)
    const left = peopleOf(gone)
      .filter((userId) => !peopleOf(now).includes(userId))
      .map(inboxTopic)
    // Who is not called by name any more may still be called with everybody.
    tellGone(ctx.hub, roomId, left, [id])
    const still = everybody?.at ?? (now.some(({ userId }) => userId === null) ? at : null)
    if (still && left.length > 0) tellEverybody(ctx.hub, left, message, still)
    if (now.length === 0 && row.reactions === null) return
    const topics = [...peopleOf(kept), ...(row.reactions ? [sender.id] : [])].map(inboxTopic)
    tellQuote(ctx.hub, everybody ? [activity, ...topics] : topics, message)
  }

  return { onCommit: tell }
}
