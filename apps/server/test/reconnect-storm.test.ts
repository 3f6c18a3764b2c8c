import { setTimeout as sleep } from 'node:timers/promises'
import { createSessionCache } from '@parley/core/auth/session-cache'
import type { LiveSession } from '@parley/core/auth/access'
import { createTogether } from '@parley/core/together'
import { testApp } from '@parley/testkit/test-app'
import { describe, expect, test } from 'vitest'
import { createAdmission } from '../src/ws/admission.js'
import { bounds } from '../src/ws/bounds.js'
import { createConduct } from '../src/ws/conduct.js'
import { noCounts } from '../src/ws/counts.js'
import { createPacing } from '@parley/core/pacing'
import { openRaw, toCall } from './raw-socket.js'

const session: LiveSession = {
  id: 'session',
  expiresAt: new Date(),
  scopes: null,
  user: { id: 'user', username: 'ada', displayName: 'Ada', avatarUrl: null },
}

describe('when everybody comes back at once', () => {
  test('as many wait as there is room for, and who has shown who they are makes some', () => {
    const counts = noCounts()
    const admission = createAdmission(counts, createConduct())
    const enter = (at: number) => admission.enter(`10.0.${at >> 8}.${at & 255}`)
    const entered = Array.from({ length: bounds.strangersAtDoor }, (_, at) => enter(at))
    expect(entered.every((one) => 'known' in one)).toBe(true)
    expect(enter(bounds.strangersAtDoor)).toEqual({ status: '503 Service Unavailable' })
    for (const one of entered) if ('known' in one) one.known()
    expect(counts.strangers).toBe(0)
    expect(enter(1)).toHaveProperty('known')
  })

  test('upgrades leave room for everything else: who comes alone is served at once, the next turn by turn', async () => {
    const { wait: pace } = createPacing()
    const served: number[] = []
    for (let at = 0; at < 20; at++) pace(() => served.push(at))
    expect(served).toEqual([0])
    const between = await new Promise<number>((resolve) => setImmediate(() => resolve(served.length)))
    expect(between).toBeLessThan(5)
    await expect.poll(() => served).toEqual(Array.from({ length: 20 }, (_, at) => at))
  })

  test('who leaves the line frees their place, and nobody comes in while there is no room', async () => {
    const door = { waiting: 0 }
    let room = 1
    const served: string[] = []
    const { wait: pace } = createPacing(door, () => room)
    const come = (name: string) =>
      pace(() => {
        room--
        served.push(name)
      })
    come('ada')
    const leave = come('bob')
    come('cy')
    expect([served, door.waiting]).toEqual([['ada'], 2])
    leave()
    await sleep(50)
    expect([served, door.waiting]).toEqual([['ada'], 1])
    room++
    await expect.poll(() => served).toEqual(['ada', 'cy'])
    expect(door.waiting).toBe(0)
  })

  test('a token is read once for all the sockets that show it, and again after a second', async () => {
    const cache = createSessionCache()
    let reads = 0
    const read = async () => {
      reads++
      await sleep(5)
      return session
    }
    const all = await Promise.all(Array.from({ length: 50 }, () => cache.find('token', read)))
    expect([reads, new Set(all).size]).toEqual([1, 1])
    await sleep(1_050)
    await cache.find('token', read)
    expect(reads).toBe(2)
  })

  test('a session that is revoked while it is read is nobody’s', async () => {
    const cache = createSessionCache()
    const finding = cache.find('token', () => sleep(20, session))
    cache.revoke(session.id)
    expect(await finding).toBeNull()
    expect(await cache.find('token', () => Promise.resolve(session))).toBeNull()
  })

  test('a token that could not be read is asked for again', async () => {
    const cache = createSessionCache()
    await expect(cache.find('token', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone')
    expect(await cache.find('token', () => Promise.resolve(session))).toBe(session)
  })

  test('what many ask for together is read once, after the last who asked', async () => {
    const read: string[][] = []
    const ask = createTogether({ waiting: 0 })(
      { keyOf: (word: string) => word, sizeOf: (word) => word.length, most: 3 },
      (words) => {
        read.push(words)
        if (words.includes('bad')) return Promise.reject(new Error('gone'))
        return Promise.resolve(words.map((word) => `${word}${read.length}`))
      },
    )
    expect(await Promise.all(['a', 'a', 'b'].map(ask))).toEqual(['a1', 'a1', 'b1'])
    expect(await ask('a')).toBe('a2')
    // No read brings more than three; one that fails fails alone.
    const [fits, fails, long] = await Promise.allSettled(['a', 'bad', 'longer'].map(ask))
    expect(read.slice(2)).toEqual([['a'], ['bad'], ['longer']])
    expect([fits?.status, fails?.status, long?.status]).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await Promise.all(['ab', 'cd', 'e', 'f'].map(ask))).toEqual(['ab6', 'cd7', 'e6', 'f7'])
  })

  test('who asks for several rooms at once gets of each what is its own', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const { id: alone } = await alice.trpc.rooms.create.mutate({ kind: 'private', name: 'Alone' })
    const raw = await openRaw(app.url, alice.session.accessToken)
    for (const [at, roomId] of [room, alone].entries()) {
      raw.send(toCall(at + 1, 'subscription', 'presence.watch', { roomId }))
    }
    const shown = (id: number) =>
      raw.frames.flatMap(({ id: of, result }) => {
        if (of !== id || result?.type !== 'data') return []
        const { users = [] } = (result.data as { json: { users?: { id: string }[] } }).json
        return users.map((user) => user.id)
      })
    await expect.poll(() => shown(1).toSorted()).toEqual([alice.user.id, bob.user.id].toSorted())
    await expect.poll(() => shown(2)).toEqual([alice.user.id])
    raw.socket.close()
  })

  test('forty watchers who lack the same each get all of it, in order, and then what is new', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const said = await bob.say(room, 'one', 'two', 'three')
    const sockets = await Promise.all(
      Array.from({ length: 40 }, (_, at) => openRaw(app.url, (at % 2 ? alice : bob).session.accessToken)),
    )
    for (const raw of sockets) {
      const watch = toCall(1, 'subscription', 'messages.watch', { roomId: room })
      raw.send({ ...watch, params: { ...watch.params, lastEventId: '0' } })
    }
    const versions = (raw: (typeof sockets)[number]) =>
      raw.frames.flatMap(({ result }) => (result?.type === 'data' ? Number((result as { id?: string }).id) : []))
    await expect.poll(() => sockets.every((raw) => versions(raw).length === 4)).toBe(true)
    const [last] = await bob.say(room, 'four')
    await expect.poll(() => sockets.every((raw) => versions(raw).length === 5)).toBe(true)
    const expected = [...said.map(({ version }) => version), said.at(-1)?.version, last?.version]
    for (const raw of sockets) expect(versions(raw)).toEqual(expected)
    for (const { socket } of sockets) socket.close()
  })

  test('who was logged out is nobody on their next socket, at once', async () => {
    await using app = await testApp()
    const alice = await app.person('alice')
    const first = await openRaw(app.url, alice.session.accessToken)
    first.send(toCall(1, 'query', 'users.me'))
    expect((await first.answered(1)).error).toBeUndefined()
    await alice.trpc.auth.logout.mutate({})
    const second = await openRaw(app.url, alice.session.accessToken)
    second.send(toCall(1, 'query', 'users.me'))
    await second.answered(1)
    expect(second.appCode(1)).toBe('unauthenticated')
    second.socket.close()
  })
})
