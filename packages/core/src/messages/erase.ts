import type { Message } from '@parley/contract/messages'
import type { Db, Tx } from '@parley/db/database'
import type { Ctx } from '../context.js'
import { takeBack } from './deletion.js'
import { listMessageRows } from './queries.js'
import { blankUnreachable, listRoomsWithWordsOf, listSaidBy } from './queries-erase.js'
import type { LockedRoom } from './writer.js'

/** A room is not held for longer than this many take. */
const atOnce = 100

export interface ErasedMessages {
  /** As they now are, in ascending version. */
  changed: Message[]
  onCommit: () => void
  /** Whether there may be more. */
  more: boolean
}

/** Takes back some of what one said in a room, under its lock. */
export async function eraseSome(ctx: Ctx, tx: Tx, locked: LockedRoom): Promise<ErasedMessages> {
  const ids = await listSaidBy(tx, locked.id, ctx.actor.id, atOnce)
  const changed: Message[] = []
  const steps: (() => void)[] = []
  for (const row of ids.length > 0 ? await listMessageRows(tx, ids) : []) {
    const taken = await takeBack(ctx, tx, locked, row)
    changed.push(...taken.changed)
    steps.push(taken.onCommit)
  }
  return { changed, onCommit: () => steps.forEach((step) => step()), more: ids.length === atOnce }
}

/** Where somebody has said something, also where they are no more. */
export const listRoomsOfWords = (db: Db, userId: string): Promise<string[]> => listRoomsWithWordsOf(db, userId)

/** What somebody said in rooms that are gone: nobody sees it, and yet it is there. */
export const eraseUnreachable = (tx: Tx, userId: string) => blankUnreachable(tx, userId)
