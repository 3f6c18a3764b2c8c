import type { ReactNode } from 'react'
import { useIsBlocked } from './use-blocked'

/** What somebody said, where it stands in short; of whom one has blocked only that. */
export function UnlessBlocked({ userId, children }: { userId: string; children: ReactNode }) {
  return useIsBlocked(userId) ? <em className="text-fg-faint">Blocked person</em> : children
}
