import { createHash, createHmac, hkdfSync, webcrypto } from 'node:crypto'

/** What is derived from one secret of the server: a key for each purpose, so that nothing signed for one is good for another. */
export interface Keys {
  /** Names the secret without telling of it; the `kid` of tokens. */
  id: string
  access: Promise<webcrypto.CryptoKey>
  refresh: Buffer
  code: Buffer
  flow: Promise<webcrypto.CryptoKey>
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
  const signing = (purpose: string) => importKey(derive(purpose))
  return {
    id,
    access: signing('access'),
    refresh: derive('refresh'),
    code: derive('code'),
    flow: signing('flow'),
    seal: Buffer.from(hkdfSync('sha256', secret, '', 'parley seal', 32)),
  }
}

/** Once, and not for every token. */
const importKey = (key: Buffer) =>
  webcrypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify'])
