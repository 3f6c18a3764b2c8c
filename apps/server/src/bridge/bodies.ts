import type { FastifyError, FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { sendRefusal } from './problem.js'

/** Reads JSON and nothing else; a body that cannot be read is refused as everything is. */
export function readBodies(scope: FastifyInstance, log: Logger): void {
  const parse = scope.getDefaultJsonParser('error', 'error')
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    // Some clients name the type where they send nothing.
    if (body === '') done(null, undefined)
    else void parse(request, body, done)
  })
  scope.setErrorHandler<FastifyError>((error, request, reply) => {
    const { statusCode = 500 } = error
    if (statusCode === 413) return sendRefusal(reply, 413, 'too_large', 'The body is too large.')
    if (statusCode === 415) return sendRefusal(reply, 415, 'invalid', 'The body has to be JSON.')
    if (statusCode < 500) return sendRefusal(reply, 400, 'invalid', 'The body is no JSON that can be read.')
    log.error({ reqId: request.id, err: error }, 'request failed')
    return sendRefusal(reply, 500, 'internal', 'Something went wrong here.')
  })
}
