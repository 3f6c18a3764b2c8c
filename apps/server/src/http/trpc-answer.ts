import type { RequestCtx } from '@parley/router/request-context'
import { appRouter } from '@parley/router/root'
import { getTRPCErrorFromUnknown, getTRPCErrorShape, type TRPCError, transformTRPCResponse } from '@trpc/server'
import { getHTTPStatusCode } from '@trpc/server/http'
import type { FastifyReply } from 'fastify'
import type { PlainCalls } from './trpc-calls.js'
import { headersFor } from './trpc-headers.js'
import { callProcedure } from './trpc-procedure.js'

const config = appRouter._def._config

/**
 * Makes the calls and answers as the stock adapter does, to the byte, but for the length: it is known here. The stock
 * adapter builds a web `Request`, `Headers`, `Response` and streams on the way, and more than twice of it is that (bench/src/http).
 */
export async function answerCalls(
  { batch, type, calls }: PlainCalls,
  createContext: () => Promise<RequestCtx>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  let ctx: RequestCtx | undefined
  let failure: unknown
  try {
    ctx = await createContext()
  } catch (error) {
    failure = error
  }

  async function call({ path, procedure, input }: PlainCalls['calls'][number]) {
    try {
      if (!ctx) throw failure
      const data = await callProcedure(procedure, { path, type, ctx }, input)
      return { response: { result: { data } } }
    } catch (cause) {
      const error = getTRPCErrorFromUnknown(cause)
      return { error, response: { error: getTRPCErrorShape({ config, error, type, path, input, ctx }) } }
    }
  }

  const made: { response: Response; error?: TRPCError }[] = await Promise.all(calls.map(call))
  const responses = made.map(({ response }) => response)
  const errors = made.map(({ error }) => error)
  const body = JSON.stringify(transformTRPCResponse(config, batch ? responses : (responses[0] as Response)))
  return (
    reply
      .code(getHTTPStatusCode(responses, errors))
      .headers({ vary: 'trpc-accept, accept', 'content-type': 'application/json' })
      .headers(headersFor(errors.filter((error) => error !== undefined)))
      // To text that is not serialized here, Fastify would add a charset; and a buffer would leave in a second write.
      .serializer(asItIs)
      .send(body)
  )
}

const asItIs = (body: string) => body

type Response = Parameters<typeof getHTTPStatusCode>[0] extends (infer T) | (infer T)[] ? T : never
