import { statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

const inMemory = '/dev/shm'
const enough = 2 * 1024 ** 3

/**
 * Where the files of embedded databases are copied to, a thousand for every test: in memory, where the machine has a file
 * system there with room, which takes a tenth of the time.
 */
export function scratchFolder(): string {
  try {
    const { bavail, bsize } = statfsSync(inMemory)
    return bavail * bsize > enough ? inMemory : tmpdir()
  } catch {
    return tmpdir()
  }
}
