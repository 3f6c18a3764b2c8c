import { createParleyClient, memoryTokens } from '@parley/client'
import { WebSocket } from 'ws'

// A bot that answers `!roll 2d6` in a room. node bot.js http://localhost:3000 parley_TOKEN ROOM_ID
// The token (settings, API tokens) needs rooms:read, users:read, messages:read and messages:write.

const [url, token, roomId] = process.argv.slice(2)
if (!url || !token || !roomId) throw new Error('Usage: node bot.js URL TOKEN ROOM_ID')

const store = memoryTokens({ accessToken: token, refreshToken: null, expiresAt: Number.MAX_SAFE_INTEGER })
// Browsers, and Node from 22 on, have a WebSocket of their own.
const parley = createParleyClient({ url, auth: { kind: 'tokens', store }, WebSocket: WebSocket as never })
const { user } = await parley.restore()
if (!user) throw new Error('The token is not good any more.')

parley.trpc.messages.watch.subscribe(
  { roomId },
  {
    onData({ data }) {
      // What is missed while the connection is away comes when it is back: the id of the last event resumes.
      if (data.type === 'ready') console.log(`${user.username} listens`)
      if (data.type !== 'message' || data.message.editedAt || data.message.sender.id === user.id) return
      const answer = roll(data.message.body)
      // The timeline sends until the server has it, once.
      if (answer) parley.room(roomId).send(answer, { replyTo: data.message })
    },
    onError: (error) => {
      console.error(`Cannot listen: ${error.message}`)
      process.exit(1)
    },
  },
)

function roll(body: string): string | undefined {
  const [, dice, sides] = body.match(/^!roll (\d{1,2})d(\d{1,3})$/) ?? []
  if (!dice || !Number(sides)) return undefined
  const thrown = Array.from({ length: Number(dice) }, () => 1 + Math.floor(Math.random() * Number(sides)))
  return `${thrown.join(' + ')} = ${thrown.reduce((sum, one) => sum + one, 0)}`
}
