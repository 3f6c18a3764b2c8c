import { createInterface } from 'node:readline/promises'
import { createParleyClient, type Entry } from '@parley/client'
import { WebSocket } from 'ws'

// A room in a terminal. node terminal.js http://localhost:3000 USERNAME PASSWORD [ROOM_ID]

const [url, login, password, wanted] = process.argv.slice(2)
if (!url || !login || !password) throw new Error('Usage: node terminal.js URL USERNAME PASSWORD [ROOM_ID]')

const parley = createParleyClient({ url, WebSocket: WebSocket as never })
await parley.login({ login, password })
const roomId = wanted ?? (await parley.trpc.rooms.list.query({ limit: 1 })).items[0]?.id
if (!roomId) throw new Error('You are in no room yet.')

const timeline = parley.room(roomId)
/** The version in which each line was printed last. */
const printed = new Map<string, number>()

const isNews = ({ state, message, key }: Entry) => state === 'sent' && (printed.get(key) ?? -1) < message.version

timeline.subscribe(() => {
  const { status, error, entries } = timeline.get()
  if (status === 'gone' || status === 'error') console.error(error?.message ?? 'This room is gone.')
  for (const entry of entries.filter(isNews)) {
    const { sender, body, deletedAt, editedAt } = entry.message
    printed.set(entry.key, entry.message.version)
    console.log(`${sender.displayName}: ${deletedAt ? '(deleted)' : body}${editedAt ? ' (edited)' : ''}`)
  }
  for (const { state, error: refused, message } of entries)
    if (state === 'failed') console.error(`Not sent: ${message.body} (${refused?.message})`)
})

const changed = () => new Promise<void>((done) => void timeline.subscribe(done))
const isSending = () => timeline.get().entries.some(({ state }) => state === 'sending')

while (timeline.get().status === 'loading') await changed()
for await (const line of createInterface({ input: process.stdin })) if (line.trim()) timeline.send(line)
while (isSending()) await changed()
parley.close()
