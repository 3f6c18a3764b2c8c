import { createHash, createHmac, hkdfSync } from 'node:crypto'

/** What is derived from one secret of the server: a key for each purpose, so that nothing signed for one is good for another. */
export interface Keys {
  /** Names the secret without telling of it; the `kid` of tokens. */
  id: string
  access: Buffer
  refresh: Buffer
  code: Buffer
  flow: Buffer
  /** Seals what is kept and must be read again. */
  seal: Buffer
}

/** The keys of the secret that signs, and of the one before it. */
export const keysOf = (secret: string, previous: string | null): [Keys, ...Keys[]] => [
  deriveFrom(secret),
  ...(previous === null ? [] : [deriveFrom(previous)]),
]

function deriveFrom(secret: string): Keys {
  const derive = (purpose: string) => createHmac('sha256', secret).update(purpose).digest()
  const id = createHash('sha256').update(derive('id')).digest('base64url').slice(0, 8)
  return {
    id,
    access: derive('access'),
    refresh: derive('refresh'),
    code: derive('code'),
    flow: derive('flow'),
    seal: Buffer.from(hkdfSync('sha256', secret, '', 'parley seal', 32)),
  }
}
