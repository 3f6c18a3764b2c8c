import type { UserRef } from '@parley/contract/users'

/** The typing line; names only while they fit in one. */
export function typingText(users: readonly UserRef[]): string {
  const [first, second] = users
  if (!first) return ''
  if (users.length > 2) return 'Several people are typing'
  return second ? `${first.displayName} and ${second.displayName} are typing` : `${first.displayName} is typing`
}
