import type { Member } from '@parley/contract/rooms'

export const isMuted = ({ mutedUntil }: Pick<Member, 'mutedUntil'>, now = Date.now()): boolean =>
  mutedUntil !== null && mutedUntil.getTime() > now
