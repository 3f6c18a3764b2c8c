import type { Door } from '@parley/core/gathering'

/** Two cost about a millisecond, with all that comes of them. */
const fewest = 2
const most = 4
/** What a turn of the event loop may take for more to be let in at the next one. */
const turnMs = 3

/**
 * Runs what is in no hurry a little at a time, and then pauses for as long as the turn of the event loop took in which it ran. A
 * thousand upgrades in one moment would hold up everybody for a second; so they get half of the loop, and less
 * when there is much else to do. Who comes alone is served at once. `room` says how many more may come in.
 */
export function createPacing(
  door: Door = { waiting: 0 },
  room: () => number = () => Infinity,
): (task: () => void) => void {
  const waiting: (() => void)[] = []
  let pausing = false
  let atOnce = fewest

  function run(): void {
    pausing = waiting.length > 0
    if (!pausing) return
    const began = performance.now()
    setImmediate(() => {
      const took = performance.now() - began
      atOnce = took < turnMs ? most : fewest
      setTimeout(run, took)
    })
    const ready = waiting.splice(0, Math.max(Math.min(atOnce, room()), 0))
    door.waiting = waiting.length
    for (const task of ready) task()
  }

  return (task) => {
    door.waiting = waiting.push(task)
    if (!pausing) run()
  }
}
