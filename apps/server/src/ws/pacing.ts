/** Two cost about a millisecond, with all that comes of them. */
const atOnce = 2

/**
 * Runs what is in no hurry a little at a time, and then pauses for as long as the turn of the event loop took in which it ran. A
 * thousand upgrades in one moment would hold up everybody for a second; so they get half of the loop, and less
 * when there is much else to do. Who comes alone is served at once.
 */
export function createPacing(): (task: () => void) => void {
  const waiting: (() => void)[] = []
  let pausing = false

  function run(): void {
    pausing = waiting.length > 0
    if (!pausing) return
    const began = performance.now()
    setImmediate(() => setTimeout(run, performance.now() - began))
    for (const task of waiting.splice(0, atOnce)) task()
  }

  return (task) => {
    waiting.push(task)
    if (!pausing) run()
  }
}
