import { randomBytes } from 'node:crypto'
import pg from 'pg'

interface NewDatabase {
  /** Copied as it is. */
  template?: string
  locale?: string
  encoding?: string
}

/** Makes a database beside the one `url` names, and returns its name. */
export async function createDatabase(
  url: string,
  { template, locale, encoding = 'UTF8' }: NewDatabase,
): Promise<string> {
  const name = `parley_test_${randomBytes(6).toString('hex')}`
  const settings = locale ? ` encoding '${encoding}' lc_collate '${locale}' lc_ctype '${locale}'` : ''
  await run(url, `create database ${name} template ${template ?? 'template0'}${settings}`)
  return name
}

/** Drops it, whoever is still connected. */
export const dropDatabase = (url: string, name: string) => run(url, `drop database if exists ${name} with (force)`)

export function withDatabase(url: string, name: string): string {
  const parsed = new URL(url)
  parsed.pathname = `/${name}`
  return parsed.toString()
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
