/** How far one has read what is shown: a room, or a thread. A room of the inbox is one. */
export interface Reading {
  id: string
  unread: number
  lastReadSeq: number
  /** Grows with each message: of a thread, how many answers there are. */
  lastSeq: number
}
