import type { Attachment } from '@parley/contract/files'
import type { Message } from '@parley/contract/messages'
import type { Problem } from '../problem.js'
import type { Store } from '../store.js'
import type { Entry } from './entries.js'

export interface TimelineState {
  /** `gone`: the room is not, or no longer, for this person. */
  status: 'loading' | 'ready' | 'gone' | 'error'
  error: Pick<Problem, 'appCode' | 'message'> | null
  /** Confirmed messages by `seq`, then one's own unconfirmed ones as they were sent. */
  entries: readonly Entry[]
  /** Of a thread: the message that it answers, where one may see it. */
  root: Entry | null
  hasOlder: boolean
  hasNewer: boolean
  loadingOlder: boolean
  loadingNewer: boolean
  /** Whether all that was said before one began to listen has come. */
  caughtUp: boolean
  /** The last version seen. */
  version: number
  /** How many messages arrived past the end of what is held. */
  newerCount: number
}

export interface SendOptions {
  replyTo?: Message
  attachments?: Attachment[]
  /** In a thread: whether the room sees it too. */
  alsoToRoom?: boolean
}

/** A room's messages, or those of a thread; live while somebody subscribes. */
export interface Timeline extends Store<TimelineState> {
  loadOlder: () => Promise<void>
  loadNewer: () => Promise<void>
  /** Brings the message with this `seq` among the entries. */
  jumpTo: (seq: number) => Promise<void>
  /** Goes to the end; after an error or a lost membership, tries again. */
  jumpToLatest: () => Promise<void>
  /** Lets go of all but the newest 300 messages, for a view that stays at the end; `loadOlder` brings them back. */
  trim: () => void
  /** The entry is there when this returns its client id. */
  send: (body: string, options?: SendOptions) => string
  retry: (clientId: string) => void
  discard: (clientId: string) => void
  /** Shown at once, taken back when the server refuses. Likewise `delete`, `react` and `pin`. */
  edit: (messageId: string, body: string) => Promise<void>
  delete: (messageId: string) => Promise<void>
  react: (messageId: string, emoji: string, on: boolean) => Promise<void>
  /**
   * Reacts, or takes it back, whichever it is. A message names only the first fifty who reacted: where one's own may be
   * among the others it takes two calls, and where the message changes meanwhile it may have to be said again.
   */
  toggleReaction: (messageId: string, emoji: string) => Promise<void>
  pin: (messageId: string, on: boolean) => Promise<void>
}
