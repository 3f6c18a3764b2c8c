/** A socket as the hub needs it: something that takes ready frames. */
export interface Connection {
  readonly id: string
  /** Puts one ws frame on the socket; frames of one turn of the event loop leave in one write. */
  write(frame: Buffer): void
  /**
   * The same for what is in no hurry: it leaves with the next frame, after 100 ms at the latest, or a second while a crowd waits
   * at the door.
   */
  writeSoon(frame: Buffer): void
  /** Settles while less than 256 KiB wait to be sent, so that a backlog is not pushed at who cannot take it. */
  drained(): Promise<void>
  /**
   * The same for one after the other, since a client that comes back subscribes to all its rooms at once; returns how to
   * let the next one go.
   */
  turn(): Promise<() => void>
  /** Ends it without ceremony: its client comes back and resumes from its last version. */
  cut(): void
}
