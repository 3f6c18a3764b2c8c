import argon2 from 'argon2'

/** OWASP's argon2id: 19 MiB, two passes, one lane. */
const parameters = { type: argon2.argon2id, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const

export const hashPassword = (password: string): Promise<string> => argon2.hash(password, parameters)

/** Whether it was made with lower parameters than today's. */
export const isOutdated = (hash: string): boolean => argon2.needsRehash(hash, parameters)

/** Made once, to have something to verify against where there is no person. */
let nobodysHash: Promise<string> | undefined

/** Whether the password is right; takes as long for nobody (`null`) as for somebody, so that time tells nothing. */
export async function verifyPassword(hash: string | null, password: string): Promise<boolean> {
  nobodysHash ??= hashPassword('the password of nobody')
  const matches = await argon2.verify(hash ?? (await nobodysHash), password)
  return matches && hash !== null
}
