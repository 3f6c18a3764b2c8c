const open = new Set<() => Promise<void>>()

/** Keeps what must not outlive the bench; returns the way to close it, once. */
export function closing(close: () => Promise<void>): () => Promise<void> {
  const once = async () => {
    if (open.delete(once)) await close()
  }
  open.add(once)
  return once
}

async function closeAll(): Promise<void> {
  for (const close of [...open].toReversed()) await close().catch(console.error)
}

/** Runs a bench and ends the process; however it ends, no server and no database is left behind. */
export async function runBench(main: () => Promise<void>): Promise<never> {
  const end = async (code: number): Promise<never> => {
    await closeAll()
    process.exit(code)
  }
  const fail = (error: unknown) => {
    console.error(error)
    return end(1)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end(130))
  process.once('uncaughtException', (error) => void fail(error))
  await main().catch(fail)
  return end(0)
}
