import { createContext, use } from 'react'

/** What can lie over the shell; one at a time. */
export type Overlay =
  | 'switcher'
  | 'create-room'
  | 'discover'
  | 'blocked'
  | 'log-out-everywhere'
  | 'log-out-failed'
  | 'shortcuts'

export interface Overlays {
  current: Overlay | null
  open: (overlay: Overlay) => void
  close: () => void
  /** Opens the search of messages, for this or for what was looked for last. */
  search: (text?: string) => void
}

export const OverlaysContext = createContext<Overlays | null>(null)

export function useOverlays(): Overlays {
  const overlays = use(OverlaysContext)
  if (overlays === null) throw new Error('useOverlays() outside of the shell')
  return overlays
}
