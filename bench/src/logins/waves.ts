import { setTimeout } from 'node:timers/promises'

// Wave after wave of calls, in a process of its own: what it takes to make them must not delay who measures.
// Arguments: where, `login` or `ping`, how many at once, milliseconds from one wave to the next. Told to, it stops, and
// says how long each call took.

const [url = '', kind = 'login', count = '100', everyMs = '0'] = process.argv.slice(2)
let going = true
process.once('message', () => (going = false))

const login = (at: number) =>
  fetch(`${url}/trpc/auth.login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ json: { login: `login-${at}`, password: 'correct horse battery' } }),
  })
const ping = () => fetch(`${url}/trpc/health.ping`)

async function one(at: number, began: number): Promise<number> {
  const response = await (kind === 'login' ? login(at) : ping())
  await response.arrayBuffer()
  if (!response.ok) throw new Error(`${kind} answered ${response.status}`)
  return performance.now() - began
}

const waves: number[][] = []
while (going) {
  const began = performance.now()
  waves.push(await Promise.all(Array.from({ length: Number(count) }, (_, at) => one(at, began))))
  await setTimeout(Math.max(0, Number(everyMs) - (performance.now() - began)))
}
process.send?.(waves, () => process.disconnect())
