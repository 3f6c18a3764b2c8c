import { EventEmitter, on } from 'node:events'
import { createServer } from 'node:http'
import type { MessageEvent } from '@parley/contract/messages'
import { initTRPC, tracked } from '@trpc/server'
import { applyWSSHandler } from '@trpc/server/adapters/ws'
import superjson from 'superjson'
import { WebSocketServer } from 'ws'
import { z } from 'zod'
import { toMessage } from './message.js'

// tRPC's own ws adapter with superjson, and a subscription as its documentation has it.

const t = initTRPC.create({ transformer: superjson })
const room = new EventEmitter().setMaxListeners(0)
const inbox = new EventEmitter().setMaxListeners(0)
let seq = 0

const router = t.router({
  watch: t.procedure.subscription(async function* ({ signal }) {
    const events = on(room, 'message', { signal: signal! })
    yield tracked('0', { type: 'ready', version: 0 } satisfies MessageEvent)
    for await (const [event] of events as AsyncIterable<[MessageEvent & { type: 'message' }]>)
      yield tracked(String(event.version), event)
  }),
  inbox: t.procedure.subscription(async function* ({ signal }) {
    const events = on(inbox, 'activity', { signal: signal! })
    yield { type: 'ready' as const }
    for await (const [event] of events as AsyncIterable<[object]>) yield event
  }),
  send: t.procedure.input(z.object({ body: z.string() })).mutation(({ input }) => {
    const event: MessageEvent = { type: 'message', version: ++seq, message: toMessage(input.body, seq) }
    room.emit('message', event)
    return event.message
  }),
})

const http = createServer((_request, response) => response.end())
applyWSSHandler({ wss: new WebSocketServer({ server: http, perMessageDeflate: false }), router })
http.listen(Number(process.env['PORT']), '127.0.0.1')
