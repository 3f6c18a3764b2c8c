import { readFile, writeFile } from 'node:fs/promises'
import { PGlite } from '@electric-sql/pglite'
import { pgDump } from '@electric-sql/pglite-tools/pg_dump'
import { generate, PostgresDialect, RawExpressionNode } from 'kysely-codegen'
import { toDatabase } from './database.js'
import { poolOfOne } from './embedded.js'
import { migrate } from './migrate.js'

// Writes types.gen.ts and schema.sql from the migrations; with --check, says which of them is out of date.

const files = {
  'types.gen.ts': new URL('../types.gen.ts', import.meta.url),
  'schema.sql': new URL('../schema.sql', import.meta.url),
}

const messageKinds =
  'text joined left added removed renamed topic visibility history slow announces archived restored'.split(' ')

const { pool, pglite } = poolOfOne(await PGlite.create(), async () => {})
const { db, close } = toDatabase('embedded', pool)
await migrate(db)

const types = await generate({
  // Its declarations name the CommonJS build of kysely, whose classes are other ones to TypeScript.
  db: db as never,
  outFile: null,
  dialect: new PostgresDialect(),
  excludePattern: 'kysely_*',
  typeMapping: { int8: 'number' },
  overrides: {
    columns: {
      'rooms.kind': new RawExpressionNode("'public' | 'private' | 'direct'"),
      'rooms.history': new RawExpressionNode("Generated<'start' | 'join'>"),
      'members.role': new RawExpressionNode("Generated<'owner' | 'admin' | 'moderator' | 'member'>"),
      'members.notify': new RawExpressionNode("Generated<'all' | 'mentions' | 'none'>"),
      'mentions.reason': new RawExpressionNode("Generated<'mention' | 'reply'>"),
      'notifications.reason': new RawExpressionNode("'reaction' | 'added'"),
      'reports.outcome': new RawExpressionNode("'resolved' | 'dismissed' | null"),
      'messages.audience': new RawExpressionNode("'here' | 'room'"),
      'messages.kind': new RawExpressionNode(`Generated<${messageKinds.map((kind) => `'${kind}'`).join(' | ')}>`),
    },
  },
})
const dump = await (await pgDump({ pg: pglite, args: ['--schema-only', '--no-owner', '--no-privileges'] })).text()
await close()

/** Only what the migrations made: no settings, no versions, no comments that change from release to release. */
const schema = dump
  .split('\n')
  .filter((line) => !/^(--|SET |SELECT pg_catalog|\\)/.test(line))
  .join('\n')
  .replaceAll(/\n{3,}/g, '\n\n')
  .trim()

const made = { 'types.gen.ts': types, 'schema.sql': `${schema}\n` }
const stale: string[] = []
for (const [name, url] of Object.entries(files)) {
  const content = made[name as keyof typeof made]
  if (process.argv.includes('--check')) {
    if ((await readFile(url, 'utf8').catch(() => '')) !== content) stale.push(name)
  } else await writeFile(url, content)
}
if (stale.length > 0) {
  console.error(`Out of date: db/${stale.join(', db/')}. Run: npm run generate`)
  process.exit(1)
}
process.exit(0)
