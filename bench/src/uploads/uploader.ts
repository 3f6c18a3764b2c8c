import { randomBytes } from 'node:crypto'

// A process of its own, so that sending half a gigabyte does not hold up the clock of who measures. `URL COUNT`; tokens
// come over IPC, one for each upload, and each answer's seconds go back.

const [url = '', count = '0'] = process.argv.slice(2)
const bytes = 5 * 1024 * 1024

/** What cannot be compressed: half of them pictures, whose pixels are as many as make up the size. */
const noise = randomBytes(bytes)

const form = (at: number, picture: Buffer<ArrayBuffer>): FormData => {
  const body = new FormData()
  const content = at % 2 === 0 ? picture : noise
  body.set('file', new File([content], at % 2 === 0 ? `${at}.jpg` : `${at}.bin`))
  return body
}

async function upload(at: number, token: string, picture: Buffer<ArrayBuffer>): Promise<number> {
  const began = performance.now()
  const headers = { authorization: `Bearer ${token}` }
  const answer = await fetch(`${url}/api/uploads`, { method: 'POST', headers, body: form(at, picture) })
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`)
  await answer.arrayBuffer()
  return (performance.now() - began) / 1_000
}

async function uploadAll({ tokens, picture }: { tokens: string[]; picture: string }): Promise<void> {
  const image = Buffer.from(picture, 'base64')
  const all = Array.from({ length: Number(count) }, (_, at) => upload(at, tokens[at % tokens.length] ?? '', image))
  const results = await Promise.allSettled(all)
  const seconds = results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []))
  const failed = results.flatMap((result) => (result.status === 'rejected' ? String(result.reason) : []))
  process.send?.({ seconds, failed }, () => process.disconnect())
}

process.once('message', (asked: { tokens: string[]; picture: string }) => void uploadAll(asked))
