import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The folder of the newest PostgreSQL server's programs on this machine. */
export function findPostgres(): string | undefined {
  const folders = [...listDebianFolders(), ...(process.env['PATH'] ?? '').split(delimiter)]
  return folders.find((folder) => folder !== '' && existsSync(join(folder, 'initdb')))
}

/** Debian keeps a folder per major version and puts none of them on the PATH. */
function listDebianFolders(): string[] {
  const root = '/usr/lib/postgresql'
  if (!existsSync(root)) return []
  const versions = readdirSync(root).filter((name) => /^\d+$/.test(name))
  return versions.toSorted((a, b) => Number(b) - Number(a)).map((version) => join(root, version, 'bin'))
}
