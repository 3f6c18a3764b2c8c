import type { Entry } from '@parley/client'

/** What each dialog about a message is given. */
export interface AboutMessage {
  /** `null`: it is closed. */
  entry: Entry | null
  onClose: () => void
  /** The message, to have the focus afterwards: what the dialog was asked for by may be gone. */
  finalFocus: () => HTMLElement | null
}
