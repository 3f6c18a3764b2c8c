import { may, type Act } from '@parley/contract/permissions'
import type { InboxRoom } from '@parley/contract/rooms'

/** Whether one's role in the room allows the act; nobody has a role in a conversation. What is not so is not offered. */
export const mayIn = ({ kind, role }: Pick<InboxRoom, 'kind' | 'role'>, act: Act): boolean =>
  role !== null && kind !== 'direct' && may(role, act)
