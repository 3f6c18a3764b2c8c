import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import fastifyStatic from '@fastify/static'
import { FileId } from '@parley/contract/ids'
import { readAvatar } from '@parley/core/avatars/service'
import type { Ctx } from '@parley/core/context'
import { AppError } from '@parley/core/errors'
import { linkToFile } from '@parley/core/files/service'
import { blobPath, readLink } from '@parley/core/storage/disk'
import { dispositionOf } from '@parley/core/storage/disposition'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { AppParts } from '../app.js'
import { refuse, toCtx } from './answers.js'
import { createHttpContext } from './trpc-context.js'

/** Nothing that somebody sent runs here, whatever a browser takes it for. */
const inert = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

const yearSeconds = 365 * 24 * 60 * 60

/**
 * `/files/{id}` and its thumbnail ask each time who may, and lead to a signed address that is good for minutes: of the
 * storage, or of `/blobs` where files are on this machine.
 */
export function serveFiles(app: FastifyInstance, parts: AppParts): void {
  const { config, deps } = parts

  for (const [path, part] of [
    ['/files/:id', 'whole'],
    ['/files/:id/thumbnail', 'thumbnail'],
  ] as const)
    app.get<{ Params: { id: string } }>(path, (request, reply) =>
      answer(request, reply, async (ctx) => {
        const link = await linkToFile(ctx, toId(request.params.id), part)
        return reply.header('cache-control', 'private, no-store').redirect(link, 302)
      }),
    )

  app.get<{ Params: { id: string } }>('/avatars/:id', (request, reply) =>
    answer(request, reply, async (ctx) => {
      const picture = await readAvatar(ctx, toId(request.params.id))
      return reply
        .header('cache-control', `private, max-age=${yearSeconds}, immutable`)
        .header('content-security-policy', inert)
        .type('image/webp')
        .send(picture)
    }),
  )

  app.register(async (scope) => {
    const root = resolve(config.files.folder)
    await scope.register(fastifyStatic, { root, serve: false })
    scope.get<{ Params: { key: string } }>(`${blobPath}:key`, async (request, reply) => {
      const search = new URLSearchParams(request.raw.url?.split('?')[1])
      const now = deps.clock.now()
      const link = readLink(deps.files.linkKey, request.params.key, search, now)
      const there = link && (await stat(join(root, link.place)).catch(() => null))
      if (!link || !there)
        return reply.code(404).header('cache-control', 'no-store').send({ error: 'This address is over.' })
      return reply
        .header('content-security-policy', inert)
        .header('content-disposition', dispositionOf(link))
        .header('cache-control', `private, max-age=${Math.floor((link.until - now) / 1_000)}`)
        .type(link.mimeType)
        .sendFile(link.place, { cacheControl: false, contentType: false, acceptRanges: true })
    })
  })

  async function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    serve: (ctx: Ctx) => Promise<FastifyReply>,
  ): Promise<FastifyReply> {
    const ctx = await createHttpContext(parts, request, reply)
    try {
      return await serve(toCtx(ctx))
    } catch (error) {
      return refuse(ctx, reply, 'file', error)
    }
  }
}

function toId(text: string): string {
  const { success, data } = FileId.safeParse(text)
  if (!success) throw new AppError('not_found', 'This file does not exist.')
  return data
}
