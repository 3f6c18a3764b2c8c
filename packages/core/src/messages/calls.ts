import type { Tx } from '@parley/db/database'
import type { Ctx } from '../context.js'
import type { Changed } from './change.js'
import type { MessageRow } from './mapper.js'
import { tellMentions, toMentions } from './mentions.js'
import { deleteMentions, insertMentions } from './queries-mentions.js'

/** Whom the message calls now instead of those whom it called; says what to tell of it. */
export async function replaceMentions(
  ctx: Ctx,
  tx: Tx,
  message: MessageRow,
  now: (string | null)[],
): Promise<Required<Changed>> {
  const called = { id: message.id, roomId: message.room_id, seq: message.seq, senderId: message.sender.id }
  const before = await deleteMentions(tx, message.id)
  await insertMentions(tx, toMentions(called, now))
  const onCommit = () => {
    tellMentions(
      ctx.hub,
      called,
      before.filter((userId) => !now.includes(userId)),
      false,
    )
    tellMentions(
      ctx.hub,
      called,
      now.filter((userId) => !before.includes(userId)),
      true,
    )
  }
  return { onCommit }
}
