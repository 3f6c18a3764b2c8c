/** Who talks in the demo. Those whose password hash the seed is given can log in. */
export const people = [
  { username: 'ana', displayName: 'Ana Torres', statusText: 'Shipping the spring release' },
  { username: 'ben', displayName: 'Ben Okafor', statusText: null },
  { username: 'mei.lin', displayName: 'Mei Lin 林美', statusText: '在台北，UTC+8' },
  { username: 'yuki', displayName: 'Yuki Tanaka', statusText: null },
  { username: 'omar', displayName: 'Omar Haddad', statusText: 'On call this week 📟' },
  { username: 'lena', displayName: 'Lena Fischer', statusText: null },
  { username: 'priya', displayName: 'Priya Nair', statusText: 'Reviews before noon, meetings after' },
  { username: 'tom', displayName: 'Tom Becker', statusText: null },
  { username: 'sofia', displayName: 'Sofia Rossi', statusText: '☕' },
  { username: 'jonas', displayName: 'Jonas Lindqvist', statusText: null },
  { username: 'chloe', displayName: 'Chloé Martin', statusText: 'Back on Thursday' },
  { username: 'diego', displayName: 'Diego Ramos', statusText: null },
] as const

export type Username = (typeof people)[number]['username']

/** They can log in, so the last word of a room is never theirs: they find something unread. */
export const demoPeople: readonly Username[] = ['ana', 'ben']
