import { availableParallelism } from 'node:os'
import argon2 from 'argon2'
import pLimit from 'p-limit'

/** OWASP's argon2id: 19 MiB, two passes, one lane. */
const parameters = { type: argon2.argon2id, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const

/**
 * Each takes a core for itself, and a thread of the four by which files and names are read too: some of either stay
 * for what is live, however many log in at once. Who waits does not get their hash later: without it all take longer.
 */
const inTurn = pLimit(Math.min(Math.max(availableParallelism() - 1, 1), 2))

export const hashPassword = (password: string): Promise<string> => inTurn(() => argon2.hash(password, parameters))

/** Whether it was made with lower parameters than today's. */
export const isOutdated = (hash: string): boolean => argon2.needsRehash(hash, parameters)

/** Made once, to have something to verify against where there is no person. */
let nobodysHash: Promise<string> | undefined

/** Whether the password is right; takes as long for nobody (`null`) as for somebody, so that time tells nothing. */
export async function verifyPassword(hash: string | null, password: string): Promise<boolean> {
  nobodysHash ??= hashPassword('the password of nobody')
  const known = hash ?? (await nobodysHash)
  const matches = await inTurn(() => argon2.verify(known, password))
  return matches && hash !== null
}
