import type { Row } from './database.js'
import { type Held, type History, quotedOf, type Watch } from './history.js'
import type { Offence } from './oracle.js'

/** Everybody was given everything, in order, and holds at the end what is there. */
export function checkWatches(history: History): Offence[] {
  return [
    ...history.watches.flatMap(checkOrder),
    ...history.watches.filter((watch) => watch.open).flatMap((watch) => checkState(watch, history)),
    ...history.calms.flatMap(({ at, behind }) =>
      behind.map((one): Offence => ({
        kind: 'diverged',
        what: 'a watcher at rest has not the last version',
        history: { at, ...one },
      })),
    ),
    ...history.looks
      .filter(({ told, found }) => found === null || found < told)
      .map((look): Offence => ({ kind: 'misordered', what: 'a change was told before it was so', history: look })),
    ...[...history.observed]
      .filter(([, digests]) => digests.size > 1)
      .map(([key, digests]): Offence => ({
        kind: 'diverged',
        what: `one version, two messages (${key})`,
        history: [...digests],
      })),
  ]
}

/** Versions ascend; after a `reset` they start over. */
function checkOrder({ person, roomId, seen }: Watch): Offence[] {
  let last = -1
  for (const [at, event] of seen.entries()) {
    if (event.type === 'page') continue
    const ascends = event.type === 'message' ? event.version > last : event.version >= last
    if (event.type !== 'reset' && !ascends) {
      const around = seen.slice(Math.max(0, at - 3), at + 2)
      return [{ kind: 'misordered', what: 'versions do not ascend', history: { person, roomId, around } }]
    }
    last = event.version
  }
  return []
}

/** What a client shows after all it was given: a page, and every newer version of a message on top. */
export function reduce(watch: Watch): { since: number | null; held: Map<string, Held> } {
  const held = new Map<string, Held>()
  let since: number | null = null
  const upsert = (message: Held) => {
    const known = held.get(message.id)
    if (!known || known.version < message.version) held.set(message.id, message)
  }
  for (const event of watch.seen) {
    if (event.type === 'message') upsert(event.message)
    else if (event.type === 'page') event.messages.forEach(upsert)
    else if (event.type === 'reset') held.clear()
    if (event.type === 'reset') since = event.version
    if (event.type === 'ready') since ??= event.version
  }
  return { since, held }
}

/** It holds every message that changed since it came, and each as it is. */
function checkState(watch: Watch, { rows, listed }: History): Offence[] {
  const { since, held } = reduce(watch)
  if (since === null) return []
  const fresh = new Map((listed.get(watch.roomId) ?? []).map((message) => [message.id, message]))
  const wrong: unknown[] = []
  const there = rows.filter((row) => row.roomId === watch.roomId)
  for (const row of there) {
    const mine = held.get(row.id)
    const known = row.version > since || mine
    if (known && (mine?.version !== row.version || !equals(mine, fresh.get(row.id), held)))
      wrong.push({ row, mine, fresh: fresh.get(row.id), around: seenAround(watch, row.version) })
  }
  const ids = new Set(there.map((row: Row) => row.id))
  for (const message of held.values()) if (!ids.has(message.id)) wrong.push({ phantom: message })
  if (wrong.length === 0) return []
  const { person, roomId } = watch
  const what = `a watcher holds ${wrong.length} messages otherwise than they are`
  return [{ kind: 'diverged', what, history: { person, roomId, since, wrong: wrong.slice(0, 3) } }]
}

/** What the watcher was given just before and after a version, and when: by this one sees how it came to miss it. */
const seenAround = ({ seen }: Watch, version: number) =>
  seen.flatMap((one) =>
    one.type !== 'page' && Math.abs(one.version - version) <= 3 ? [`${one.type} ${one.version} at ${one.at}`] : [],
  )

const equals = (mine: Held, fresh: Held | undefined, held: Map<string, Held>) =>
  !fresh || (mine.digest === fresh.digest && shownQuote(mine, held) === fresh.quote?.body)

/** What a client shows of what a message quotes: rewritten by what is held of it, where that is newer. */
function shownQuote({ quote, version }: Held, held: Map<string, Held>): string | undefined {
  const quoted = quote && held.get(quote.id)
  return quoted && quoted.version > version ? quotedOf(quoted) : quote?.body
}
