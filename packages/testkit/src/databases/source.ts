/** Where the databases of a test run come from; each is a copy of a migrated template. */
export type DatabaseSource = { kind: 'pglite'; template: string } | { kind: 'postgres'; url: string; template: string }

declare module 'vitest' {
  interface ProvidedContext {
    databases: DatabaseSource
  }
}
