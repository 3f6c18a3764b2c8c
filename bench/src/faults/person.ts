import type { Message } from '@parley/contract/messages'
import { v4 as uuid } from 'uuid'
import { ask, type Client, type Outcome } from './client.js'
import type { Change, Held, History, Move, Send } from './history.js'

/** What one person can do, with everything on record. */
export interface Person {
  client: Client
  /** Their own messages that were acknowledged, the newest last. */
  own: Held[]
  /** Sends that nobody answered yet. */
  pending: Set<Send>
  send(roomId: string, more?: { threadRootId?: string; alsoToRoom?: boolean; replyToId?: string }): Promise<void>
  /** The same client id once more; with `again`, twice at the same time. */
  retry(send: Send, again?: boolean): Promise<void>
  change(messageId: string, what: Change['what']): Promise<void>
  /** Whether it is certain that it was done. */
  move(roomId: string, kind: Move['kind']): Promise<boolean>
  /** Puts somebody out of a room; whether it is certain that it was done. */
  remove(roomId: string, userId: string): Promise<boolean>
  /** How many messages a room has; `null` when nobody answered. */
  measure(roomId: string): Promise<number | null>
  /** Looks a message up that an event has just told of. */
  look(message: Held): Promise<void>
}

export interface Notebook {
  history: History
  hold(message: Message): Held
  count(what: string): void
}

const keptOwn = 60

export function createPerson(client: Client, { history, hold, count }: Notebook): Person {
  const { trpc, user } = client
  const own: Held[] = []
  const pending = new Set<Send>()
  const asked = <T>(run: (options: { signal: AbortSignal }) => Promise<T>): Promise<Outcome<T>> =>
    ask(client, count, run)
  let said = 0

  async function attempt(send: Send, input: Parameters<typeof trpc.messages.send.mutate>[0]): Promise<void> {
    const { value, ...call } = await asked((options) => trpc.messages.send.mutate(input, options))
    if (!value) {
      send.tries.push(call)
      if (call.refused && call.refused !== 'unauthenticated') pending.delete(send)
      return
    }
    const { duplicate } = value
    const message = hold(value.message)
    send.tries.push({ ...call, sent: { id: message.id, seq: message.seq, version: message.version, duplicate } })
    if (pending.delete(send)) own.push(message)
    if (own.length > keptOwn) own.shift()
  }

  const inputs = new WeakMap<Send, Parameters<typeof trpc.messages.send.mutate>[0]>()

  async function retry(send: Send, again = false): Promise<void> {
    const input = inputs.get(send)
    if (input) await Promise.all([attempt(send, input), ...(again ? [attempt(send, input)] : [])])
  }

  return {
    client,
    own,
    pending,
    retry,
    async send(roomId, more = {}) {
      const input = { roomId, clientId: uuid(), body: `${user.username} ${said++}`, ...more }
      const send: Send = { person: user.id, roomId, clientId: input.clientId, tries: [] }
      history.sends.push(send)
      inputs.set(send, input)
      pending.add(send)
      await attempt(send, input)
    },
    async change(messageId, what) {
      const change: Change = { person: user.id, messageId, what, asked: performance.now(), answered: null }
      history.changes.push(change)
      const { value, ...call } = await asked((options) => {
        if (what.kind === 'edit') return trpc.messages.edit.mutate({ messageId, body: what.body }, options)
        if (what.kind === 'delete') return trpc.messages.delete.mutate({ messageId }, options)
        if (what.kind === 'pin') return trpc.messages.pin.mutate({ messageId, on: what.on }, options)
        return trpc.messages.react.mutate({ messageId, emoji: what.emoji, on: what.on }, options)
      })
      Object.assign(change, call, value && { version: hold(value).version })
    },
    async move(roomId, kind) {
      const move: Move = { person: user.id, roomId, kind, asked: performance.now(), answered: null }
      history.moves.push(move)
      const { value, ...call } = await asked<unknown>((options) => trpc.rooms[kind].mutate({ roomId }, options))
      Object.assign(move, call)
      return value !== undefined
    },
    async remove(roomId, userId) {
      const { value } = await asked((options) => trpc.rooms.removeMember.mutate({ roomId, userId }, options))
      return value !== undefined
    },
    async measure(roomId) {
      const { value } = await asked((options) => trpc.rooms.byId.query({ roomId }, options))
      return value ? value.lastSeq : null
    },
    async look(told) {
      const { value, refused } = await asked((options) => trpc.messages.byId.query({ messageId: told.id }, options))
      if (!value && refused !== 'not_found') return
      const found = value ? value.version : null
      history.looks.push({ roomId: told.roomId, messageId: told.id, told: told.version, found })
    },
  }
}
