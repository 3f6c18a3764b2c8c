import type { Message, MessageEvent } from '@parley/contract/messages'
import { createServerDatabase } from '@parley/testkit/databases'
import { createPerson, type Person } from '@parley/testkit/person'
import { freePort, startServer } from '@parley/testkit/server-process'
import { setTimeout } from 'node:timers/promises'
import { v4 as uuid } from 'uuid'
import { expect, test } from 'vitest'

const rounds = Number(process.env['CRASH_ROUNDS'] ?? 1)

/** What one person was promised. */
interface Acked {
  sent: Map<string, Message>
  edited: Map<string, { body: string; version: number }>
  reacted: Map<string, Message>
}

/** Sends, edits and reacts until the server dies, and keeps what was acknowledged. */
async function talk({ trpc, user }: Person, roomId: string, dead: () => boolean): Promise<Acked> {
  const acked: Acked = { sent: new Map(), edited: new Map(), reacted: new Map() }
  for (let n = 0; !dead(); n++) {
    try {
      const { message } = await trpc.messages.send.mutate({ roomId, clientId: uuid(), body: `${user.username} ${n}` })
      acked.sent.set(message.id, message)
      if (n % 2 === 0) {
        const body = `${message.body}, edited`
        const { version } = await trpc.messages.edit.mutate({ messageId: message.id, body })
        acked.edited.set(message.id, { body, version })
      } else {
        acked.reacted.set(
          message.id,
          await trpc.messages.react.mutate({ messageId: message.id, emoji: '👍', on: true }),
        )
      }
    } catch {
      await setTimeout(5)
    }
  }
  return acked
}

async function listAll({ trpc }: Person, roomId: string): Promise<Message[]> {
  let page = await trpc.messages.list.query({ roomId, limit: 100 })
  const all = [...page.items]
  while (page.nextCursor) {
    page = await trpc.messages.list.query({ roomId, limit: 100, cursor: page.nextCursor })
    all.unshift(...page.items)
  }
  return all
}

test.each(Array.from({ length: rounds }, (_, round) => round + 1))(
  'kill -9 in the middle of talk loses, repeats and reorders nothing that was acknowledged (round %i)',
  { timeout: 90_000 },
  async () => {
    const database = await createServerDatabase()
    const env = {
      ...database.env,
      PORT: String(await freePort()),
      LOG_LEVEL: 'warn',
      MESSAGE_RATE: '0',
      LINK_PREVIEWS: 'off',
    }
    let server = await startServer(env)
    const [alice, bob] = [await createPerson(server.url, 'alice'), await createPerson(server.url, 'bob')]
    const roomId = (await alice.trpc.rooms.create.mutate({ kind: 'public', name: 'General' })).id
    await bob.trpc.rooms.join.mutate({ roomId })
    const watch = bob.watch(roomId)
    await watch.take(1)

    let over = false
    const talking = [alice, alice, bob].map((person) => talk(person, roomId, () => over))
    await setTimeout(500 + Math.random() * 1_500)
    await server.stop('SIGKILL')
    over = true
    const acks = await Promise.all(talking)
    server = await startServer(env)

    const messages = await listAll(alice, roomId)
    expect(messages.map((message) => message.seq)).toEqual(messages.map((_, at) => at + 1))
    expect(new Set(messages.map((message) => message.clientId)).size).toBe(messages.length)
    const byId = new Map(messages.map((message) => [message.id, message]))
    for (const acked of acks) {
      for (const [id, { seq, clientId }] of acked.sent) expect(byId.get(id)).toMatchObject({ seq, clientId })
      for (const [id, { body }] of acked.edited) expect(byId.get(id)?.body).toBe(body)
      for (const id of acked.reacted.keys()) expect(byId.get(id)?.reactions).toMatchObject([{ emoji: '👍', count: 1 }])
    }
    expect(acks.reduce((sum, { sent }) => sum + sent.size, 0)).toBeGreaterThan(0)

    // The watcher came back by itself; one more message, and it must hold what a fresh fetch gives.
    await alice.say(roomId, 'after the crash')
    await watch.until((event) => event.type === 'message' && event.message.body === 'after the crash')
    expect(reduce(watch.items)).toEqual(await listAll(bob, roomId))

    await alice.close()
    await bob.close()
    expect(await server.stop('SIGTERM')).toBe(0)
    await database.drop()
  },
)

/** What a client holds after these events: the newest version of each message, in order. */
function reduce(events: MessageEvent[]): Message[] {
  const held = new Map<string, Message>()
  for (const event of events) {
    if (event.type !== 'message') continue
    const known = held.get(event.message.id)
    if (!known || known.version < event.version) held.set(event.message.id, event.message)
  }
  return [...held.values()].toSorted((a, b) => a.seq - b.seq)
}
