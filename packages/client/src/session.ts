import type { Session as Issued } from '@parley/contract/auth'
import type { Me } from '@parley/contract/users'
import { withLock } from './locks.js'
import { toProblem } from './problem.js'
import { createStore, type Store } from './store.js'
import { memoryTokens, type TokenStore } from './tokens.js'

export type SessionState = { status: 'unknown' | 'signed-out'; user: null } | { status: 'signed-in'; user: Me }

/** `cookie`: the browser keeps the tokens, out of reach of scripts. `tokens`: this client keeps them. */
export type Auth = { kind: 'cookie' } | { kind: 'tokens'; store?: TokenStore }

export interface Session {
  state: Store<SessionState>
  transport: 'cookie' | 'body'
  /** Counts the access tokens so far, so that one can tell whether a call failed with the current one. */
  generation: () => number
  authorization: () => string | undefined
  refreshToken: () => string | null
  adopt: (issued: Issued) => void
  setUser: (user: Me) => void
  /** Runs a call that brings a new session; renewals wait, so that an old one that it ends takes nobody out. */
  replace: <T>(call: () => Promise<T>) => Promise<T>
  /** Gets a new access token unless there is a newer one than `seen` already; one at a time for all callers. */
  renew: (seen: number) => Promise<void>
  /** Makes sure that a socket opened now lives for a while. `handOver`: the server has asked for it. */
  freshen: (handOver: boolean) => Promise<void>
  /** The server said that the access token has ended. */
  expire: () => void
  clear: () => void
}

/** The server asks for a new socket 30 s before the token ends, and only if it had more than 60 s when it connected. */
const freshForMs = 60_000
/** One renewal at a time in all tabs: each spends the refresh token. */
const lock = 'parley:refresh'

export function createSession(auth: Auth, refresh: () => Promise<unknown>, now: () => number): Session {
  const state = createStore<SessionState>({ status: 'unknown', user: null })
  const store = auth.kind === 'tokens' ? (auth.store ?? memoryTokens()) : null
  let tokens = store?.load() ?? null
  /** ms; `null` when unknown, as after a page load with cookies. */
  let expiresAt = tokens?.expiresAt ?? null
  let generation = 0
  let renewal: Promise<void> | null = null
  let replacement: Promise<unknown> = Promise.resolve()

  const session: Session = {
    state,
    transport: store ? 'body' : 'cookie',
    generation: () => generation,
    authorization: () => tokens?.accessToken && `Bearer ${tokens.accessToken}`,
    refreshToken: () => tokens?.refreshToken ?? null,
    adopt({ accessToken, refreshToken, expiresAt: ends, user }) {
      generation++
      expiresAt = ends.getTime()
      if (store) store.save((tokens = { accessToken, refreshToken, expiresAt }))
      session.setUser(user)
    },
    setUser: (user) => state.set({ status: 'signed-in', user }),
    replace(call) {
      const result = withLock(lock, call)
      replacement = result.catch(() => null)
      return result
    },
    renew(seen) {
      if (seen !== generation) return Promise.resolve()
      return (renewal ??= renewAfter(replacement).finally(() => (renewal = null)))
    },
    async freshen(handOver) {
      const ends = expiresAt ?? (handOver ? 0 : Infinity)
      if (canRenew() && ends - now() < freshForMs) await session.renew(generation)
    },
    expire: () => void (expiresAt = 0),
    clear() {
      tokens = null
      expiresAt = null
      store?.save(null)
      if (state.get().status !== 'signed-out') state.set({ status: 'signed-out', user: null })
    },
  }
  return session

  function canRenew() {
    return store ? tokens?.refreshToken != null : state.get().status === 'signed-in'
  }

  async function renewAfter(replaced: Promise<unknown>) {
    const before = generation
    await replaced
    await withLock(lock, async () => {
      if (before === generation) await renewOnce()
    })
  }

  async function renewOnce() {
    const shared = store?.load()
    if (shared && shared.accessToken !== tokens?.accessToken) {
      // Another tab was first; the refresh token held here is spent.
      tokens = shared
      expiresAt = shared.expiresAt
      generation++
      return
    }
    try {
      await refresh()
    } catch (error) {
      if (toProblem(error).appCode === 'unauthenticated') session.clear()
      throw error
    }
  }
}
