const everyMs = 500
const tasks = new Set<() => void>()
let timer: NodeJS.Timeout | undefined

/**
 * Does `task` twice a second; returns how to stop. Whatever a process does so, it does in one and the same moment: to
 * be woken costs it more than most of this does.
 */
export function onBeat(task: () => void): () => void {
  tasks.add(task)
  timer ??= setInterval(() => tasks.forEach((run) => run()), everyMs).unref()
  return () => {
    tasks.delete(task)
    if (tasks.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}
