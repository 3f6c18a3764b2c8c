import type { Entry } from '@parley/client'
import { createContext, use } from 'react'

/** What can be done with a message. One object for the life of a room, so that passing it on re-renders nothing. */
export interface MessageActions {
  /** The words of edits under way, by the key of their entry. */
  edits: Map<string, string>
  reply(entry: Entry): void
  /** `null` ends the edit that is open. */
  edit(key: string | null): void
  saveEdit(entry: Entry, body: string): void
  /** Asks first. */
  remove(entry: Entry): void
  /** Asks why first. */
  report(entry: Entry): void
  react(entry: Entry, emoji: string): void
  /** Pins it, or takes the pin out. */
  pin(entry: Entry): void
  /** The thread that it begins, or is an answer in. */
  openThread(entry: Entry): void
  /** What it said before. */
  showHistory(entry: Entry): void
  /** Who reacted. */
  showReactions(entry: Entry): void
  copy(entry: Entry): void
  markUnread(entry: Entry): void
  retry(entry: Entry): void
  discard(entry: Entry): void
  jumpTo(seq: number): void
  /** The sheet of actions, for fingers. */
  openSheet(entry: Entry): void
}

export const MessageActionsContext = createContext<MessageActions | null>(null)

export function useMessageActions(): MessageActions {
  const actions = use(MessageActionsContext)
  if (!actions) throw new Error('useMessageActions outside a conversation')
  return actions
}
