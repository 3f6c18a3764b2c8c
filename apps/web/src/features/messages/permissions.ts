import type { Entry } from '@parley/client'

/** What the menus offer; the server has the last word. */
export interface Allowed {
  respond: boolean
  edit: boolean
  remove: boolean
  report: boolean
  pin: boolean
  /** It has a thread, or may get one. */
  thread: boolean
  /** It says when it was read: a thread's have no place among what is unread in the room. */
  markUnread: boolean
}

/** Who looks at a room, and what they may do there. */
export interface Reader {
  selfId: string
  /** Whether they can write there now. */
  writable: boolean
  /** Whether they may delete what others said. */
  moderates: boolean
  /** Whether anybody moderates it. */
  moderated: boolean
  pins: boolean
  /** The thread that they look at. */
  rootId: string | null
}

/** Only what somebody said and sent can be acted on, and nothing can be done with what was deleted. */
export function allowedFor({ state, message }: Entry, reader: Reader): Allowed {
  const { selfId, writable, moderates, moderated, pins, rootId } = reader
  const present = state === 'sent' && message.kind === 'text' && !message.deletedAt
  const own = present && message.sender.id === selfId
  return {
    respond: present && writable,
    edit: own && writable,
    remove: own || (present && moderates),
    report: present && !own && moderated,
    pin: present && pins,
    thread: rootId === null && ((present && writable) || message.replyCount > 0 || message.threadRootId !== null),
    markUnread: state === 'sent' && rootId === null,
  }
}
