import type { MessageEvent } from '@parley/contract/messages'
import type { Logger } from 'pino'

/**
 * Puts the changes of each watched room into the order of their versions, whatever order they arrive in. One that comes
 * early waits; what is missing after 100 ms is read from the database, once for the whole process.
 */
export interface Sequencer {
  publish(roomId: string, event: MessageEvent): void
  /** Somebody listens; from which version on, they do not know yet. */
  open(roomId: string): void
  /** The first who listens starts at this version. */
  start(roomId: string, version: number): void
  /** Reads what may have been written without being told. */
  recheck(roomId: string): void
  /** Nobody watches the room any more. */
  stop(roomId: string): void
}

interface Place {
  /** The last version delivered; `null` while none was and nobody has said where they start. */
  last: number | null
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
    const last = () => place.last ?? 0
    for (const version of place.early.keys()) if (version <= last()) place.early.delete(version)
    for (let next = place.early.get(last() + 1); next; next = place.early.get(last() + 1)) advance(roomId, place, next)
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
        wait(roomId, place)
      })
    }, patienceMs)
  }

  async function fill(roomId: string, place: Place): Promise<void> {
    if (place.last === null) return
    const events = await readSince(roomId, place.last)
    if (places.get(roomId) !== place) return
    for (const event of events) if (event.version > place.last) advance(roomId, place, event)
    deliverEarly(roomId, place)
  }

  return {
    publish(roomId, event) {
      const place = places.get(roomId)
      if (!place) return
      if (place.last === null) return advance(roomId, place, event)
      if (event.version <= place.last) return
      place.early.set(event.version, event)
      deliverEarly(roomId, place)
    },
    open(roomId) {
      if (!places.has(roomId)) places.set(roomId, { last: null, early: new Map(), timer: undefined })
    },
    start(roomId, version) {
      const place = places.get(roomId)
      if (place) place.last ??= version
    },
    recheck(roomId) {
      const place = places.get(roomId)
      if (!place) return
      fill(roomId, place).catch((error) => {
        log.error({ err: error, roomId }, 'a room could not be read again; trying again')
        wait(roomId, place)
      })
    },
    stop(roomId) {
      clearTimeout(places.get(roomId)?.timer)
      places.delete(roomId)
    },
  }
}
