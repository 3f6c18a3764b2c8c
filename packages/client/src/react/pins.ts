import type { PinPage } from '@parley/contract/pins'
import { api } from './api.js'
import { pinsInput } from './keys.js'

export interface PinsView {
  data: PinPage | undefined
  error: unknown
  refetch: () => void
}

/** What is pinned in a room; kept up to date while its timeline is used. */
export function usePins(roomId: string): PinsView {
  const { data, error, refetch } = api.messages.pins.useQuery(pinsInput(roomId), { staleTime: 0 })
  return { data, error, refetch: () => void refetch() }
}
