import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { keysOf } from './keys.js'

/** What a row keeps of a secret. */
export interface Sealed {
  /** Nonce, tag and ciphertext; the secret itself where no key is named. */
  secret: Buffer
  key_id: string | null
}

/** Keeps secrets that must be read again from who reads the database alone: AES-256-GCM with a key of the server's secret. */
export interface Seals {
  /** Names the key that seals from now on. */
  keyId: string
  /** `owner` is whose it is: moved to somebody else's row, it cannot be opened. */
  seal(owner: string, secret: Buffer): Sealed
  /** `null` where it is sealed by a key that this server does not have, or was changed since. */
  open(owner: string, sealed: Sealed): Buffer | null
}

const algorithm = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

/** `previous`: the server's secret before, whose seals can still be opened. */
export function createSeals(secret: string, previous: string | null = null): Seals {
  const all = keysOf(secret, previous)
  const [current] = all
  return {
    keyId: current.id,
    seal(owner, plain) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv(algorithm, current.seal, nonce).setAAD(Buffer.from(owner))
      const text = Buffer.concat([cipher.update(plain), cipher.final()])
      return { secret: Buffer.concat([nonce, cipher.getAuthTag(), text]), key_id: current.id }
    },
    open(owner, { secret: kept, key_id }) {
      if (key_id === null) return kept
      const keys = all.find(({ id }) => id === key_id)
      if (!keys) return null
      const tag = kept.subarray(nonceBytes, nonceBytes + tagBytes)
      try {
        const decipher = createDecipheriv(algorithm, keys.seal, kept.subarray(0, nonceBytes), {
          authTagLength: tagBytes,
        })
        decipher.setAAD(Buffer.from(owner)).setAuthTag(tag)
        return Buffer.concat([decipher.update(kept.subarray(nonceBytes + tagBytes)), decipher.final()])
      } catch {
        return null
      }
    },
  }
}
