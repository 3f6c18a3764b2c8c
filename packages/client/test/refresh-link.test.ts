import type { Session as Issued } from '@parley/contract/auth'
import type { AppRouter } from '@parley/router/root'
import { createTRPCClient, TRPCClientError, type Operation, type TRPCLink } from '@trpc/client'
import { observable } from '@trpc/server/observable'
import { expect, test } from 'vitest'
import { refreshLink } from '../src/links/refresh-link.js'
import { sessionLink } from '../src/links/session-link.js'
import { createSession } from '../src/session.js'
import { memoryTokens } from '../src/tokens.js'
import { alice } from './make.js'

const refused = (appCode: string) =>
  TRPCClientError.from({ error: { code: -32001, message: appCode, data: { appCode } } })

const issued = (accessToken: string): Issued => ({
  accessToken,
  refreshToken: `${accessToken} refresh`,
  expiresAt: new Date(900_000),
  user: {
    ...alice,
    email: 'a@example.com',
    emailVerifiedAt: null,
    statusText: null,
    showsReceipts: true,
    isAdmin: false,
    createdAt: new Date(0),
  },
})

/** A client whose last link accepts only the access token `fresh`; `refresh` says what `auth.refresh` answers. */
function setUp(refresh: () => Issued) {
  const calls: string[] = []
  const store = memoryTokens({ accessToken: 'stale', refreshToken: 'one', expiresAt: 900_000 })
  const session = createSession(
    { kind: 'tokens', store },
    () => trpc.auth.refresh.mutate({ refreshToken: session.refreshToken() }),
    () => 0,
  )
  const answer = ({ path }: Operation): unknown => {
    if (path === 'auth.refresh') return refresh()
    if (session.authorization() === 'Bearer fresh') return { ok: true }
    throw refused('unauthenticated')
  }
  const server: TRPCLink<AppRouter> = () => {
    return ({ op }) =>
      observable((observer) => {
        calls.push(op.path)
        setTimeout(() => {
          try {
            observer.next({ result: { type: 'data', data: answer(op) } })
            observer.complete()
          } catch (error) {
            observer.error(TRPCClientError.from(error as Error))
          }
        })
      })
  }
  const trpc = createTRPCClient<AppRouter>({
    links: [sessionLink(session), refreshLink(session, () => {}), server],
  })
  return { trpc, session, store, calls }
}

test('five calls with a stale token share one refresh and succeed', async () => {
  const { trpc, calls, store, session } = setUp(() => issued('fresh'))
  const pings = await Promise.all(Array.from({ length: 5 }, () => trpc.health.ping.query()))
  expect(pings).toHaveLength(5)
  expect(calls.filter((path) => path === 'auth.refresh')).toHaveLength(1)
  expect(calls).toHaveLength(11)
  expect(store.load()?.refreshToken).toBe('fresh refresh')
  expect(session.state.get()).toMatchObject({ status: 'signed-in', user: alice })
})

test('a call is repeated once only', async () => {
  const { trpc, calls } = setUp(() => issued('still refused'))
  await expect(trpc.health.ping.query()).rejects.toThrow('unauthenticated')
  expect(calls).toEqual(['health.ping', 'auth.refresh', 'health.ping'])
})

test('a spent refresh token ends the session', async () => {
  const { trpc, session, store } = setUp(() => {
    throw refused('unauthenticated')
  })
  await expect(trpc.health.ping.query()).rejects.toThrow()
  expect(session.state.get().status).toBe('signed-out')
  expect(store.load()).toBeNull()
})

test('a server that is away during a refresh does not', async () => {
  const { trpc, session, store } = setUp(() => {
    throw refused('unavailable')
  })
  await expect(trpc.health.ping.query()).rejects.toThrow('unavailable')
  expect(session.state.get().status).toBe('unknown')
  expect(store.load()?.refreshToken).toBe('one')
})

test('a wrong password is not taken for a stale token', async () => {
  const { trpc, calls } = setUp(() => issued('fresh'))
  await expect(trpc.auth.login.mutate({ login: 'alice', password: 'wrong' })).rejects.toThrow('unauthenticated')
  expect(calls).toEqual(['auth.login'])
})

test('a reset link that is over does not end the session', async () => {
  const { trpc, calls, session } = setUp(() => issued('fresh'))
  const resetting = trpc.auth.resetPassword.mutate({ token: 'spent', password: 'staple of another kind' })
  await expect(resetting).rejects.toThrow('unauthenticated')
  expect(calls).toEqual(['auth.resetPassword'])
  expect(session.state.get().status).toBe('unknown')
})

test('a session that is replaced while its old one ends is not renewed, and not lost', async () => {
  const { trpc, calls, session } = setUp(() => {
    throw refused('unauthenticated')
  })
  let answer: (given: Issued) => void = () => {}
  const replaced = session.replace(() => new Promise<Issued>((resolve) => (answer = resolve)).then(session.adopt))
  const renewed = session.renew(session.generation())
  answer(issued('fresh'))
  await Promise.all([replaced, renewed])
  expect(session.state.get().status).toBe('signed-in')
  expect(await trpc.health.ping.query()).toEqual({ ok: true })
  expect(calls).toEqual(['health.ping'])
})
