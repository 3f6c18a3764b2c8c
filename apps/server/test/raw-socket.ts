import { once } from 'node:events'
import type { ErrorData } from '@parley/contract/errors'
import { WebSocket } from 'ws'

interface Frame {
  id: number | null
  method?: string
  result?: { type: string; data?: unknown }
  error?: { json: { message: string; data: ErrorData } }
}

/**
 * A socket without a client: what goes over the wire, frame by frame. Without a token it says that it is nobody. From
 * `localAddress`, another one of this machine's own, where it is given.
 */
export async function openRaw(url: string, accessToken: string | null, localAddress?: string) {
  const options = localAddress === undefined ? {} : { localAddress }
  const socket = new WebSocket(`${url.replace('http', 'ws')}/trpc?connectionParams=1`, options)
  const frames: Frame[] = []
  socket.on('message', (data) => {
    if (String(data).startsWith('{')) frames.push(JSON.parse(String(data)) as Frame)
  })
  socket.on('error', () => {})
  const closed = new Promise<number>((resolve) => socket.on('close', resolve))
  await once(socket, 'open')
  const authorization = accessToken === null ? {} : { authorization: `Bearer ${accessToken}` }
  socket.send(JSON.stringify({ method: 'connectionParams', data: authorization }))

  const send = (message: unknown) => socket.send(JSON.stringify(message))
  const answer = (id: number) => frames.find((frame) => frame.id === id)
  return {
    socket,
    frames,
    closed,
    send,
    answer,
    /** Waits for the answer to a call that was sent. */
    answered: async (id: number): Promise<Frame> => {
      while (!answer(id))
        await Promise.race([once(socket, 'message'), closed.then(() => Promise.reject(new Error('closed')))])
      return answer(id) as Frame
    },
    appCode: (id: number) => answer(id)?.error?.json.data.appCode,
  }
}

/** A call as tRPC's client sends it. */
export const toCall = (id: number, method: 'query' | 'mutation' | 'subscription', path: string, json?: unknown) => ({
  id,
  jsonrpc: '2.0',
  method,
  params: { path, input: { json } },
})

export const toStop = (id: number) => ({ id, jsonrpc: '2.0', method: 'subscription.stop' })
