import { setTimeout as sleep } from 'node:timers/promises'
import { type Client, nameOf } from './client.js'
import type { Gate } from './gate.js'
import type { Send } from './history.js'
import { createPerson, type Notebook, type Person } from './person.js'
import type { Random } from '@parley/testkit/random'
import { watchRoom, type Watcher } from './watcher.js'

/** Somebody who lives in the rooms until the run is over. */
export interface Actor {
  watchers(): Watcher[]
  /** Joins what they start with. */
  settleIn(rooms: string[]): Promise<void>
  live(): Promise<void>
  end(): void
}

export interface World {
  rooms: string[]
  /** Who made them: cannot leave them, and puts others out. */
  owner: Person
  gate: Gate
  notebook: Notebook
  over(): boolean
}

/** A server that is started anew on a busy machine takes some seconds. */
const movePatienceMs = 60_000
/** Sends around a removal, this far apart: one of them is being written when the removal is. */
const talkLength = 10
const talkEveryMs = 6
const emojis = ['👍', '🎉', '❤️', '😂']

export function createActor(client: Client, random: Random, { rooms, owner, gate, notebook, over }: World): Actor {
  const { history, hold, count } = notebook
  const person = createPerson(client, notebook)
  const owns = client.user.id === owner.client.user.id
  const joined = new Set<string>()
  /** Rooms where a move has not been answered: whether one is in them is not known. */
  const unsure = new Set<string>()
  const watchers = new Map<string, Watcher>()
  let inbox: { unsubscribe(): void } | undefined

  const eyes = {
    client,
    history,
    hold,
    count,
    onMessage: (message: Watcher['recent'][number]) => {
      if (random.chance(0.02)) void person.look(message)
    },
    onExcluded: (roomId: string) => {
      watchers.get(roomId)?.pause()
      if (joined.has(roomId)) unsure.add(roomId)
    },
  }

  function watchInbox(): void {
    inbox = client.trpc.rooms.watch.subscribe(
      {},
      {
        onData(event) {
          const at = performance.now()
          if (event.type === 'activity') history.activity.push({ person: client.user.id, roomId: event.roomId, at })
        },
        onError(error) {
          count(`inbox ${nameOf(error)}`)
          if (!over()) setTimeout(watchInbox, 150)
        },
      },
    )
  }

  /** Tries until it is certain. */
  async function move(roomId: string, kind: 'join' | 'leave'): Promise<void> {
    const began = performance.now()
    while (!(await person.move(roomId, kind))) {
      unsure.add(roomId)
      if (performance.now() - began > movePatienceMs) throw new Error(`${client.user.username} could not ${kind}.`)
      await sleep(100)
    }
    if (kind === 'join') joined.add(roomId)
    else joined.delete(roomId)
  }

  async function measure(roomId: string): Promise<number | null> {
    for (let tries = 0; tries < 10; tries++) {
      const found = await person.measure(roomId)
      if (found !== null) return found
      await sleep(100)
    }
    return null
  }

  /** Leaves or is put out while still talking, looks in from outside, and comes back. */
  async function wander(roomId: string): Promise<void> {
    const talking = Array.from({ length: talkLength }, async (_, at) => {
      await sleep(at * talkEveryMs + random.between(0, talkEveryMs))
      await person.send(roomId)
    })
    await sleep(random.between(0, (talkLength * talkEveryMs) / 2))
    // What nobody answered may still be done when they are back.
    if (random.chance(0.5) && !(await owner.remove(roomId, client.user.id))) unsure.add(roomId)
    // Also who was put out: that nothing reaches them any more is certain when they are answered themselves.
    await move(roomId, 'leave')
    const at = performance.now()
    const from = await measure(roomId)
    await Promise.all(talking)
    // Its feeds are to end by themselves; a new one is to be refused.
    const uninvited = random.chance(0.3) ? watchRoom(eyes, roomId) : undefined
    if (random.chance(0.5)) await person.send(roomId)
    await sleep(random.between(0, 900))
    const to = await measure(roomId)
    if (from !== null && to !== null) history.absences.push({ person: client.user.id, roomId, at, from, to })
    uninvited?.end()
    for (const send of person.pending) if (send.roomId === roomId) person.pending.delete(send)
    await move(roomId, 'join')
    watchers.get(roomId)?.resume()
  }

  function watch(roomId: string): void {
    const known = watchers.get(roomId)
    if (known && random.chance(0.7)) return known.watching ? known.pause() : known.resume()
    known?.end()
    watchers.set(roomId, watchRoom(eyes, roomId))
  }

  async function step(): Promise<void> {
    const roomId = random.pick([...joined, rooms[0] as string].filter((room) => joined.has(room)))
    const mayLeave = roomId !== rooms[0] && !owns
    // One process writes to a room one thing after the other; only against a second one does the room's lock count.
    if (mayLeave && history.turns.at(-1)?.to === Infinity && random.chance(0.3)) return wander(roomId)
    const seen = watchers.get(roomId)?.recent ?? []
    const dice = random.next()
    // Only who moderates may pin; the others are refused.
    if (seen.length > 0 && random.chance(owns ? 0.5 : 0.01))
      await person.change(random.pick(seen).id, { kind: 'pin', on: random.chance(0.7) })
    if (dice < 0.3) await person.send(roomId)
    else if (dice < 0.36) await Promise.all([1, 2, 3, 4].map(() => person.send(roomId)))
    else if (dice < 0.42) await retryOne()
    else if (dice < 0.56 && person.own.length > 0) await change({ kind: 'edit', body: `edited ${random.next()}` })
    else if (dice < 0.6 && person.own.length > 0) await change({ kind: 'delete' })
    else if (dice < 0.8 && seen.length > 0)
      await person.change(random.pick(seen).id, { kind: 'react', emoji: random.pick(emojis), on: random.chance(0.6) })
    else if (dice < 0.84) await reply(roomId, seen)
    else if (dice < 0.88 && seen.length > 0) await quote(roomId, seen)
    else if (dice < 0.95) watch(roomId)
    else if (random.chance(0.6) && mayLeave) await wander(roomId)
    else await person.send(roomId)
  }

  const change = (what: { kind: 'edit'; body: string } | { kind: 'delete' }) =>
    person.change(random.pick(person.own.slice(-15)).id, what)

  async function retryOne(): Promise<void> {
    const mine = history.sends.slice(-600).filter((send) => send.person === client.user.id && joined.has(send.roomId))
    if (mine.length > 0) await person.retry(random.pick(mine), random.chance(0.3))
  }

  async function reply(roomId: string, seen: Watcher['recent']): Promise<void> {
    const roots = seen.filter((message) => message.main && !message.deleted)
    if (roots.length === 0) return person.send(roomId)
    await person.send(roomId, { threadRootId: random.pick(roots).id, alsoToRoom: random.chance(0.3) })
  }

  async function quote(roomId: string, seen: Watcher['recent']): Promise<void> {
    const there = seen.filter((message) => !message.deleted)
    await person.send(roomId, there.length > 0 ? { replyToId: random.pick(there).id } : {})
  }

  /** Nothing stays open: unanswered sends are tried until somebody answers, and memberships are made certain. */
  async function settle(): Promise<void> {
    for (let tries = 0; person.pending.size > 0 && tries < 20; tries++) {
      await Promise.all([...person.pending].map((send: Send) => person.retry(send)))
      if (person.pending.size > 0) await sleep(150)
    }
    if (unsure.size > 0) await sleep(300)
    for (const roomId of [...unsure]) {
      await move(roomId, joined.has(roomId) ? 'join' : 'leave')
      unsure.delete(roomId)
    }
    for (const watcher of watchers.values()) if (joined.has(watcher.roomId)) watcher.resume()
  }

  return {
    watchers: () => [...watchers.values()].filter((watcher) => joined.has(watcher.roomId)),
    async settleIn(first) {
      for (const roomId of first) {
        await move(roomId, 'join')
        if (random.chance(0.85)) watch(roomId)
      }
      watchInbox()
    },
    async live() {
      while (!over()) {
        if (gate.closed) {
          await settle()
          await gate.pass()
          continue
        }
        await Promise.all([...person.pending].slice(0, 5).map((send) => person.retry(send)))
        await step()
        await sleep(random.between(10, 120))
      }
    },
    end() {
      inbox?.unsubscribe()
      for (const watcher of watchers.values()) watcher.end()
    },
  }
}
