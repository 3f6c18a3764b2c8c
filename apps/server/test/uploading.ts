import { readdir } from 'node:fs/promises'
import type { Attachment } from '@parley/contract/files'
import type { Person } from '@parley/testkit/person'
import type { TestApp } from '@parley/testkit/test-app'
import sharp from 'sharp'

export const bearer = (token: string | null): Record<string, string> =>
  token ? { authorization: `Bearer ${token}` } : {}

/** Uploads and says how it went. */
export async function tryUpload(
  url: string,
  headers: Record<string, string>,
  content: Uint8Array | string,
  name = 'file.bin',
): Promise<{ status: number; body: Attachment & { appCode?: string; details?: unknown } }> {
  const form = new FormData()
  form.set('file', new File([content], name))
  const answer = await fetch(`${url}/api/uploads`, { method: 'POST', headers, body: form })
  return { status: answer.status, body: (await answer.json()) as Attachment }
}

export async function upload(app: TestApp, person: Person, content: Uint8Array | string, name?: string) {
  const { status, body } = await tryUpload(app.url, bearer(person.session.accessToken), content, name)
  if (status !== 201) throw new Error(`The upload was refused: ${JSON.stringify(body)}`)
  return body
}

/** Where a file leads its reader, or the refusal's status. */
export async function findLink(app: TestApp, token: string | null, path: string): Promise<string | number> {
  const answer = await fetch(`${app.url}${path}`, { headers: bearer(token), redirect: 'manual' })
  const location = answer.headers.get('location')
  return answer.status === 302 && location ? new URL(location, app.url).href : answer.status
}

/** Every file that the storage on this machine holds. */
export async function listKept(app: TestApp): Promise<string[]> {
  const { folder } = app.deps.config.files
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
}

/** A picture of one colour. */
export const picture = (width = 40, height = 30) =>
  sharp({ create: { width, height, channels: 3, background: '#2266aa' } })
