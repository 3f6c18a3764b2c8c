export interface Tokens {
  accessToken: string
  /** `null` for API tokens, which cannot be renewed. */
  refreshToken: string | null
  /** Milliseconds since 1970. */
  expiresAt: number
}

/** Where a client that is not a browser keeps its tokens. */
export interface TokenStore {
  load: () => Tokens | null
  save: (tokens: Tokens | null) => void
}

export function memoryTokens(initial: Tokens | null = null): TokenStore {
  let tokens = initial
  return { load: () => tokens, save: (next) => void (tokens = next) }
}
