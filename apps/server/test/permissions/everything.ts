import { randomUUID } from 'node:crypto'
import { toCursor } from '@parley/core/cursor'
import { appRouter } from '@parley/router/root'
import { type Collected, collect } from '@parley/testkit/collected'
import type { Person } from '@parley/testkit/person'
import { createTRPCUntypedClient, httpLink, wsLink } from '@trpc/client'
import superjson from 'superjson'
import { permissions } from './table.js'
import type { Kind, World } from './world.js'

// Every procedure of the router, called as somebody, with all inputs that could show them what was said in a room.

export const procedures = Object.entries(
  appRouter._def.procedures as unknown as Record<string, { _def: { type: Kind } }>,
).map(([path, { _def }]) => ({ path, kind: _def.type }))

/** What a procedure is called with beside the input in the table of permissions. */
const more: Record<string, (world: World) => unknown[]> = {
  'messages.list': ({ room: roomId }) => [
    { roomId, aroundSeq: 1 },
    { roomId, cursor: toCursor(['older', 100]) },
    { roomId, cursor: toCursor(['newer', 0]) },
  ],
  'messages.send': ({ room: roomId, message }) => [
    { roomId, clientId: randomUUID(), body: 'quoting', replyToId: message },
    { roomId, clientId: randomUUID(), body: 'answering', threadRootId: message },
  ],
  'messages.thread': ({ message }) => [{ messageId: message, cursor: toCursor(['newer', 0]) }],
  'messages.watch': ({ room: roomId }) => [{ roomId, lastEventId: '0' }],
  'rooms.markUnread': ({ room: roomId }) => [{ roomId, fromSeq: 100 }],
}

/** One that is missing in the table of permissions is refused here as it is there. */
function inputsOf(path: string, world: World): unknown[] {
  const known = permissions[path]
  if (!known) throw new Error(`${path} has no entry in the table of permissions.`)
  return [known.input(world), ...(more[path]?.(world) ?? [])]
}

/** What each call answers, or how it is refused, as text. In the order of the table: what ends things comes last. */
export async function callAll(url: string, person: Person, worlds: World[]): Promise<Record<string, string[]>> {
  const headers = { authorization: `Bearer ${person.session.accessToken}` }
  const client = createTRPCUntypedClient({ links: [httpLink({ url: `${url}/trpc`, headers, transformer: superjson })] })
  const order = Object.keys(permissions)
  const answers: Record<string, string[]> = {}
  for (const { path, kind } of procedures.toSorted((a, b) => order.indexOf(a.path) - order.indexOf(b.path))) {
    if (kind === 'subscription' || path === 'auth.logout') continue
    answers[path] = []
    // What names no message is the same in each of the worlds.
    const inputs = new Map(
      worlds.flatMap((world) => inputsOf(path, world)).map((input) => [JSON.stringify(input), input]),
    )
    for (const input of inputs.values())
      answers[path].push(
        await client[kind](path, input).then(
          (answer) => JSON.stringify(answer ?? null),
          (error: { message: string; data?: { appCode?: string } }) =>
            JSON.stringify({ refused: error.data?.appCode, error: [error.message, error.data] }),
        ),
      )
  }
  return answers
}

/** Every stream, and that each has said its first word or was refused. */
export async function watchAll(person: Person, world: World): Promise<Record<string, Collected<unknown>>> {
  const client = createTRPCUntypedClient({ links: [wsLink({ client: person.socket, transformer: superjson })] })
  const streams: Record<string, Collected<unknown>> = {}
  for (const { path, kind } of procedures) {
    if (kind !== 'subscription') continue
    for (const [at, input] of inputsOf(path, world).entries())
      streams[`${path} ${at}`] = collect((handlers) => client.subscription(path, input, handlers))
  }
  for (const stream of Object.values(streams)) await stream.take(1).catch(() => {})
  return streams
}
