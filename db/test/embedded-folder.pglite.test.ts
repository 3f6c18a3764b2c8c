import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '@parley/db/database'
import { FolderInUseError } from '@parley/db/lock-folder'
import { createTestDatabase } from '@parley/testkit/databases'
import { expect, test } from 'vitest'

const onError = console.error

test('a second opening of a folder in use is refused', async () => {
  const { folder = '', drop } = await createTestDatabase()
  const first = await openDatabase({ folder, onError })
  await expect(openDatabase({ folder, onError })).rejects.toThrow(FolderInUseError)
  await first.close()
  const again = await openDatabase({ folder, onError })
  await again.close()
  await drop()
})

test('another process is refused, and after its kill -9 the folder opens with what it had written', async () => {
  const { folder = '', drop } = await createTestDatabase()
  const holder = await holdInOtherProcess(folder)
  await expect(openDatabase({ folder, onError })).rejects.toThrow(FolderInUseError)

  holder.kill('SIGKILL')
  await once(holder, 'exit')
  const { db, close } = await openDatabase({ folder, onError })
  expect(await db.selectFrom('rooms').select('name').execute()).toEqual([{ name: 'kept' }])
  await close()
  await drop()
})

/** A process that has written a room there and keeps the database open. */
async function holdInOtherProcess(folder: string) {
  const script = fileURLToPath(new URL('hold-folder.ts', import.meta.url))
  const holder = spawn(process.execPath, ['--import', 'tsx', '--conditions=source', script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(holder.stdout, 'data')
  return holder
}
