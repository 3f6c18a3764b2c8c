import { defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'
import { findPostgres } from './packages/testkit/src/databases/find-postgres.js'

// Workspace packages are read from their sources: no build before a test, and coverage of what we wrote.
// `module` is for bundlers: what some packages have under it, Node cannot read.
const conditions = ['source', ...defaultServerConditions.filter((condition) => condition !== 'module')]
const fromSource = { resolve: { conditions }, ssr: { resolve: { conditions, externalConditions: conditions } } }

const needsDatabase = ['db', 'packages/core', 'packages/router', 'packages/testkit', 'apps/server']
const needsNone = ['packages/contract', 'packages/client', 'apps/web', 'bench']
const testsOf = (folders: string[]) => folders.map((folder) => `${folder}/test/**/*.test.{ts,tsx}`)

const hasPostgres = Boolean(process.env['TEST_DATABASE_URL'] || findPostgres())

/** Of what happens before a statement or after it: a machine that has PostgreSQL runs them on that alone, which is faster. */
const beside =
  'api-page|bounds|client-fallback|client-ip|client-reactions|client-restarts|client-sockets|config|direct-send|event-stream|expiry|file-corpus|frames-at-random|http|http-wire|mail|oidc|permissions|pings|presence-and-typing|presence-of-devices|reconnect-storm|rest|rest-events|rest-permissions|security|slow-client|what-one-sees|wire-format'

/**
 * The same tests on another database; what only one of them can show, or need show only once, is named `*.pglite.test.ts`
 * or `*.postgres.test.ts`.
 */
const on = (kind: 'pglite' | 'postgres', other: string) => ({
  ...fromSource,
  test: {
    name: kind,
    include: testsOf(needsDatabase),
    exclude: [
      `**/*.${other}.test.ts`,
      ...(kind === 'pglite' && hasPostgres ? [`apps/server/test/(${beside}).test.ts`] : []),
    ],
    globalSetup: `packages/testkit/src/databases/${kind}.ts`,
    // What modules of ours keep harms no other test, so the files of a worker share what they import: a quarter of the time.
    isolate: false,
    testTimeout: 20_000,
    // What is to happen in a moment may take its time on a busy machine.
    expect: { poll: { timeout: 10_000 } },
    hookTimeout: 30_000,
  },
})

export default defineConfig({
  ...fromSource,
  test: {
    maxWorkers: 3,
    projects: [
      { ...fromSource, test: { name: 'unit', include: testsOf(needsNone), exclude: ['apps/web/test/browser/**'] } },
      on('pglite', 'postgres'),
      ...(hasPostgres ? [on('postgres', 'pglite')] : []),
    ],
    coverage: {
      provider: 'v8',
      include: ['packages/*/src/**', 'apps/server/src/**', 'db/src/**', 'db/seed/**', 'apps/web/src/**/*.ts'],
      // Hooks, pages and the React bindings run in the browser tests, commands in processes of their own.
      exclude: [
        'packages/testkit/**',
        'packages/client/src/react*/**',
        'apps/web/src/app/**',
        'apps/web/src/**/use-*.ts',
        'apps/server/src/cli.ts',
        'apps/server/src/commands/**',
        'db/src/generate.ts',
        '**/*.d.ts',
      ],
      reporter: ['text-summary', 'json-summary', 'html'],
      thresholds: { lines: 85 },
    },
  },
})
