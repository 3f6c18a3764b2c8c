import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openDatabase } from '@parley/db/database'
import { migrate } from '@parley/db/migrate'
import type { TestProject } from 'vitest/node'
import { scratchFolder } from './scratch.js'
import type { DatabaseSource } from './source.js'

/** Vitest's global set-up for the embedded database. Creating one takes seconds, copying a folder does not. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const template = await mkdtemp(join(scratchFolder(), 'parley-template-'))
  const { db, close } = await openDatabase({ folder: template, onError: console.error })
  await migrate(db)
  await close()
  provide('databases', { kind: 'pglite', template } satisfies DatabaseSource)
  return () => rm(template, { recursive: true, force: true })
}
