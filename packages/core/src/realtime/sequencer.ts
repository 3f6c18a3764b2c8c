import type { MessageEvent } from '@parley/contract/messages'
import type { Logger } from 'pino'

/**
 * Puts the changes of each watched room into the order of their versions, whatever order they arrive in. One that comes
 * early waits; what is missing after 100 ms is read from the database, once for the whole process.
 */
export interface Sequencer {
  publish(roomId: string, event: MessageEvent): void
  /**
   * Somebody listens. The room had come to `version` before they began to: what they read afterwards holds all up to
   * there, and what is delivered from now on all after it, so nothing falls between, whichever process wrote it.
   */
  open(roomId: string, version: number): void
  /** The version that was delivered last, where somebody listens already. */
  versionOf(roomId: string): number | undefined
  /** The rooms that somebody listens to. */
  rooms(): string[]
  /** Reads what may have been written without being told. */
  recheck(roomId: string): void
  /** Nobody watches the room any more. */
  stop(roomId: string): void
}

interface Place {
  /** The last version delivered. */
  last: number
  early: Map<number, MessageEvent>
  timer: NodeJS.Timeout | undefined
}

const patienceMs = 100

export function createSequencer(
  deliver: (roomId: string, event: MessageEvent) => void,
  readSince: (roomId: string, version: number) => Promise<MessageEvent[]>,
  log: Logger,
): Sequencer {
  const places = new Map<string, Place>()

  function advance(roomId: string, place: Place, event: MessageEvent): void {
    place.last = event.version
    place.early.delete(event.version)
    deliver(roomId, event)
  }

  function deliverEarly(roomId: string, place: Place): void {
    for (const version of place.early.keys()) if (version <= place.last) place.early.delete(version)
    const next = () => place.early.get(place.last + 1)
    for (let event = next(); event; event = next()) advance(roomId, place, event)
    if (place.early.size === 0) {
      clearTimeout(place.timer)
      place.timer = undefined
    } else wait(roomId, place)
  }

  function wait(roomId: string, place: Place): void {
    place.timer ??= setTimeout(() => {
      place.timer = undefined
      fill(roomId, place).catch((error) => {
        log.error({ err: error, roomId }, 'a gap could not be read; trying again')
        if (places.get(roomId) === place) wait(roomId, place)
      })
    }, patienceMs)
  }

  async function fill(roomId: string, place: Place): Promise<void> {
    const events = await readSince(roomId, place.last)
    if (places.get(roomId) !== place) return
    for (const event of events) if (event.version > place.last) advance(roomId, place, event)
    deliverEarly(roomId, place)
  }

  return {
    publish(roomId, event) {
      const place = places.get(roomId)
      if (!place) return
      if (event.version <= place.last) return
      place.early.set(event.version, event)
      deliverEarly(roomId, place)
    },
    open(roomId, version) {
      if (!places.has(roomId)) places.set(roomId, { last: version, early: new Map(), timer: undefined })
    },
    versionOf: (roomId) => places.get(roomId)?.last,
    rooms: () => [...places.keys()],
    recheck(roomId) {
      const place = places.get(roomId)
      if (!place) return
      fill(roomId, place).catch((error) => {
        log.error({ err: error, roomId }, 'a room could not be read again; trying again')
        if (places.get(roomId) === place) wait(roomId, place)
      })
    },
    stop(roomId) {
      clearTimeout(places.get(roomId)?.timer)
      places.delete(roomId)
    },
  }
}
