import type { Door } from './gathering.js'

/** Of what is begun in a turn: two upgrades cost about a millisecond, with all that comes of them; so do as many chunks of a file. */
const fewest = 2
const most = 4
/** What a turn of the event loop may take for more to be let in at the next one. */
const turnMs = 3
/** How long to wait where there is no room for anybody. */
const fullMs = 50

interface Place {
  task?: () => void
}

export interface Pacing {
  /** Runs a task when its turn comes; returns how to leave the line. */
  wait(task: () => void): () => void
  /** Runs all that wait. */
  flush(): void
}

/**
 * Runs what is in no hurry a little at a time, and then pauses for as long as the turn of the event loop took in which it ran. A
 * thousand upgrades in one moment would hold up everybody for a second; so they get half of the loop, and less
 * when there is much else to do. Who comes alone is served at once. `room` says how many more may come in.
 */
export function createPacing(door: Door = { waiting: 0 }, room: () => number = () => Infinity): Pacing {
  const waiting = new Set<Place>()
  let pausing = false
  let atOnce = fewest

  function run(): void {
    pausing = waiting.size > 0
    if (!pausing) return
    const began = performance.now()
    setImmediate(() => {
      const took = performance.now() - began
      atOnce = took < turnMs ? most : fewest
      setTimeout(run, room() > 0 ? took : fullMs)
    })
    let left = Math.min(atOnce, room())
    for (const place of waiting) {
      if (left-- <= 0) break
      begin(place)
    }
  }

  function begin(place: Place): void {
    leave(place)
    const { task } = place
    // Whoever keeps the way out of the line for as long as they live keeps no more than that.
    delete place.task
    task?.()
  }

  function leave(place: Place): void {
    waiting.delete(place)
    door.waiting = waiting.size
  }

  return {
    wait(task) {
      const place: Place = { task }
      waiting.add(place)
      door.waiting = waiting.size
      if (!pausing) run()
      return () => leave(place)
    },
    flush: () => waiting.forEach(begin),
  }
}
