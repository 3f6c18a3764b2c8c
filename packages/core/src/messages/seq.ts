/** The last number that the database has for a message's place. */
const lastSeq = 2 ** 31 - 1

/** A place that no room reaches is the end of all of them. */
export const inReach = (seq: number): number => Math.min(seq, lastSeq)
