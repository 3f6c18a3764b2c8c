import { PassThrough } from 'node:stream'
import type { Problem } from '@parley/contract/problems'
import { isTrackedEnvelope, type TRPCError } from '@trpc/server'
import type { FastifyReply } from 'fastify'
import { problemOf } from './problem.js'

/** So that nobody on the way takes a quiet stream for a dead one. */
const heartbeatMs = 15_000

const headers = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
}

/**
 * Answers with what a subscription yields, as Server-Sent Events: plain JSON, with the id to resume from where there is
 * one. What it throws before its first event is thrown on, since that can still be told by a status.
 */
export async function streamEvents(
  reply: FastifyReply,
  output: unknown,
  toError: (thrown: unknown) => TRPCError,
): Promise<FastifyReply> {
  const events = (output as AsyncIterable<unknown>)[Symbol.asyncIterator]()
  const first = await events.next()
  const stream = new PassThrough()
  void pump(first, events, stream, (thrown) => problemOf(toError(thrown), reply.request.id))
  return reply.code(200).headers(headers).send(stream)
}

async function pump(
  first: IteratorResult<unknown>,
  events: AsyncIterator<unknown>,
  stream: PassThrough,
  toProblem: (thrown: unknown) => Problem,
): Promise<void> {
  // Who has gone hears of nothing more, and may never be told anything again.
  stream.once('close', () => void events.return?.())
  const heartbeat = setInterval(() => {
    if (!stream.writableNeedDrain && !stream.destroyed) stream.write(': still here\n\n')
  }, heartbeatMs)
  try {
    for (let next = first; !next.done && !stream.destroyed; next = await events.next())
      // What waits for a slow reader waits in its feed, which has a bound.
      if (!stream.write(toFrame(next.value))) await drained(stream)
  } catch (thrown) {
    if (!stream.destroyed) stream.write(`event: problem\ndata: ${JSON.stringify(toProblem(thrown))}\n\n`)
  } finally {
    clearInterval(heartbeat)
    await events.return?.()
    stream.end()
  }
}

/** Waits until its reader has read what there was, or has gone. */
function drained(stream: PassThrough): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      stream.off('drain', go).off('close', go)
      resolve()
    }
    stream.on('drain', go).on('close', go)
  })
}

/** JSON has no line breaks, so one line of data is enough. */
function toFrame(event: unknown): string {
  if (!isTrackedEnvelope(event)) return `data: ${JSON.stringify(event)}\n\n`
  const [id, data] = event
  return `id: ${id}\ndata: ${JSON.stringify(data)}\n\n`
}
