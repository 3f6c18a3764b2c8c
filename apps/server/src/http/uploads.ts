import multipart, { type MultipartFile } from '@fastify/multipart'
import { limits } from '@parley/contract/limits'
import { requireScope } from '@parley/core/auth/access'
import type { Ctx } from '@parley/core/context'
import { AppError } from '@parley/core/errors'
import { receiveFile, requireRoomForUpload, tooLarge } from '@parley/core/files/receive'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { AppParts } from '../app.js'
import { refuse, toCtx } from './answers.js'
import { createHttpContext } from './trpc-context.js'

export const uploadPath = '/api/uploads'

/** What surrounds the file in a multipart body is never more. */
const frameBytes = 64 * 1024

/** Of everything in a body. A byte more of the file than may be, so that it is seen to be too large, and not cut. */
const one = { files: 1, fields: 0, parts: 1, headerPairs: 20 }

/** `POST /api/uploads`, the multipart field `file`: takes in a file and answers with it as an attachment. */
export function serveUploads(app: FastifyInstance, parts: AppParts): void {
  app.register(async (scope) => {
    await scope.register(multipart, { limits: { ...one, fileSize: limits.fileBytes + 1 } })
    scope.post(uploadPath, async (request, reply) => {
      const ctx = await createHttpContext(parts, request, reply)
      try {
        const attachment = await receive(toCtx(ctx), request)
        return reply.code(201).header('cache-control', 'no-store').send(attachment)
      } catch (error) {
        // Its body may be under way still, and nobody wants the rest.
        reply.header('connection', 'close')
        return refuse(ctx, reply, 'upload', fromMultipart(error))
      }
    })
  })
}

async function receive(ctx: Ctx, request: FastifyRequest) {
  requireScope(ctx, 'messages:write')
  if (Number(request.headers['content-length'] ?? 0) > limits.fileBytes + frameBytes) throw tooLarge()
  await requireRoomForUpload(ctx)
  if (!request.isMultipart()) throw noFile()
  const part: MultipartFile | undefined = await request.file()
  if (!part || part.fieldname !== 'file') throw noFile()
  return receiveFile(ctx, part.filename ?? '', part.file)
}

function noFile(): AppError {
  const message = 'must be a file'
  return new AppError('invalid', `file ${message}.`, { details: [{ path: ['file'], message }] })
}

/** What the parser refuses is the caller's mistake. */
const fromMultipart = (error: unknown): unknown => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code.startsWith('FST_') || code === 'ERR_STREAM_PREMATURE_CLOSE'
    ? new AppError('invalid', 'This is not a whole multipart body with one file.', { cause: error })
    : error
}
