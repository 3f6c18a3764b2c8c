import type { UserRef } from '@parley/contract/users'
import type { PresenceTarget } from '../feeds.js'
import type { Presences } from '../presence.js'
import type { Receipts } from '../receipts.js'
import { useParleyContext } from './provider.js'
import { useConnection, useStore } from './stores.js'

const nobody: UserRef[] = []

/** Who has read up to which `seq`. */
export function useReceipts(roomId: string): Receipts {
  return useStore(useParleyContext().feeds.receipts(roomId))
}

/** Everybody else who is typing; nobody without an open socket, when nothing could say that they stopped. */
export function useTyping(roomId: string): readonly UserRef[] {
  const users = useStore(useParleyContext().feeds.typing(roomId))
  const { status, transport } = useConnection()
  return status === 'open' && transport === 'ws' ? users : nobody
}

export function usePresence(target: PresenceTarget): Presences {
  return useStore(useParleyContext().feeds.presence(target))
}
