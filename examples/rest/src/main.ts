import { EventSource } from 'eventsource'
import createClient from 'openapi-fetch'
import type { components, paths } from './api.gen.js'

// A program that speaks no tRPC: it makes an account and a room, says something, listens, and resumes.

const server = process.argv[2] ?? 'http://localhost:3000'
const baseUrl = `${server}/api/v1`
const username = `robot-${Math.random().toString(36).slice(2, 8)}`

type MessageEvent = components['schemas']['MessageEvent']

/** What a call answered, or why it did not. */
function answerOf<T>({ data, error }: { data?: T; error?: components['schemas']['Problem'] }): T {
  if (data === undefined) throw new Error(error?.detail)
  return data
}

const anybody = createClient<paths>({ baseUrl })
const { accessToken } = answerOf(
  await anybody.POST('/users', {
    body: { username, email: `${username}@example.com`, password: 'a long enough one' },
  }),
)
const { token } = answerOf(
  await createClient<paths>({ baseUrl, headers: { authorization: `Bearer ${accessToken}` } }).POST('/tokens', {
    body: { name: 'example', scopes: ['rooms:read', 'rooms:write', 'messages:read', 'messages:write'] },
  }),
)

const authorization = `Bearer ${token}`
const api = createClient<paths>({ baseUrl, headers: { authorization } })
const room = answerOf(await api.POST('/rooms', { body: { kind: 'private', name: 'Example' } }))

async function say(body: string): Promise<void> {
  const header = { 'Idempotency-Key': crypto.randomUUID() }
  answerOf(
    await api.POST('/rooms/{roomId}/messages', { params: { path: { roomId: room.id }, header }, body: { body } }),
  )
}

/** Listens until somebody says `last`; returns all that was said, and the id to resume from. */
function listen(last: string, lastEventId?: string): Promise<{ said: string[]; id: string }> {
  const said: string[] = []
  const events = new EventSource(`${baseUrl}/rooms/${room.id}/messages/events`, {
    fetch: (url, init) =>
      fetch(url, {
        ...init,
        headers: { ...init.headers, authorization, ...(lastEventId && { 'last-event-id': lastEventId }) },
      }),
  })
  return new Promise((resolve, reject) => {
    events.addEventListener('problem', ({ data }) => reject(new Error(String(data))))
    events.addEventListener('message', ({ data, lastEventId: id }) => {
      const event = JSON.parse(String(data)) as MessageEvent
      if (event.type !== 'message') return
      said.push(event.message.body)
      if (event.message.body !== last) return
      events.close()
      resolve({ said, id })
    })
  })
}

await say('one')
const first = await listen('one', '0')
await say('two')
await say('three')
const resumed = await listen('three', first.id)
const page = answerOf(await api.GET('/rooms/{roomId}/messages', { params: { path: { roomId: room.id } } }))
console.log(JSON.stringify({ heard: first.said, resumed: resumed.said, read: page.items.map(({ body }) => body) }))
