import type { Message, Sent } from '@parley/contract/messages'
import type { Logger } from 'pino'
import type { AppError } from '../errors.js'
import { tellConcerns } from '../notifications/calls.js'
import type { Hub } from '../realtime/hub.js'
import { inboxTopic } from '../realtime/topics.js'
import { type Activity, tellMember } from '../rooms/activity.js'
import { tellRead } from '../rooms/read-state.js'
import type { SearchIndex } from '../search/indexer.js'
import { tellThreads } from '../threads/following.js'
import type { Typing } from '../typing/typing.js'
import type { Tell } from './lanes.js'
import { callsOf, tellMentions } from './mentions.js'
import type { PointerRow } from './queries-send.js'
import { mutedUntil } from './refuse.js'
import type { Send, WrittenSends } from './send-batch.js'

/** Who waits to hear what became of their send. */
export interface Sender {
  send: Send
  resolve(sent: Sent): void
  reject(error: unknown): void
}

export interface TellingParts {
  hub: Hub
  index: SearchIndex
  activity: Activity
  typing: Typing
  log: Logger
}

/** How what is committed is told. What goes wrong with it is logged, and who watches is given what they lack. */
export interface Telling {
  /** To who watches, and to who sent. `rooms`: as they are by now; `failure`: why nobody but who sent may be told yet. */
  sends(
    senders: Sender[],
    written: Omit<WrittenSends, 'pointers'>,
    pointers: PointerRow[],
    rooms: ReadonlyMap<string, { last_main: number }>,
    failure?: { error: unknown },
  ): Tell
  /** What else was changed in a room, and then `more`. */
  change(roomId: string, changed: Message[], more?: () => void): Tell
}

export function createTelling({ hub, index, activity, typing, log }: TellingParts): Telling {
  function tellSafely(roomIds: Iterable<string>, tell: Tell): void {
    try {
      tell()
    } catch (error) {
      for (const roomId of roomIds) {
        log.error({ err: error, roomId }, 'what was committed was not told; it is read again')
        hub.recheck(roomId)
        activity.touch(roomId)
        index.touch(roomId)
      }
    }
  }

  function publish(changed: Message[]): void {
    for (const message of changed) {
      hub.publishChange(message.roomId, { type: 'message', version: message.version, message })
    }
    for (const roomId of new Set(changed.map((message) => message.roomId))) {
      activity.touch(roomId)
      index.touch(roomId)
    }
  }

  function tellMuted({ roomId, senderId }: Send, { error, mutes }: { error: AppError; mutes?: true }): void {
    const until = mutedUntil(error)
    if (!until) return
    hub.publish(inboxTopic(senderId), { type: 'muted', roomId, until })
    if (mutes) tellMember(hub, roomId, senderId, { mutedUntil: until })
  }

  return {
    sends(senders, { outcomes, changed, calls, standings }, pointers, rooms, failure) {
      const tellAll = () => {
        if (failure) throw failure.error
        publish(changed)
        for (const pointer of pointers) {
          const last_main = rooms.get(pointer.room_id)?.last_main ?? pointer.read_main
          tellRead(hub, pointer.room_id, pointer.user_id, { ...pointer, last_main })
        }
        // After the pointers: by then the inboxes of who sent know that it is read.
        for (const { insert, message, concerns } of calls) {
          tellMentions(hub, insert, callsOf(concerns), true)
          tellConcerns(hub, message, concerns, insert.createdAt)
        }
        tellThreads(hub, standings)
        for (const [at, outcome] of outcomes.entries()) {
          const send = senders[at]?.send
          if (send && 'sent' in outcome) typing.said(send.roomId, send.senderId)
          else if (send && 'error' in outcome) tellMuted(send, outcome)
        }
      }
      return () => {
        tellSafely(new Set(changed.map(({ roomId }) => roomId)), tellAll)
        for (const [at, outcome] of outcomes.entries()) {
          if ('sent' in outcome) senders[at]?.resolve(outcome.sent)
          else senders[at]?.reject(outcome.error)
        }
      }
    },
    change(roomId, changed, more) {
      const tellAll = () => {
        publish(changed)
        more?.()
      }
      return () => tellSafely([roomId], tellAll)
    },
  }
}
