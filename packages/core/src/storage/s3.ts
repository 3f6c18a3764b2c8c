import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { DeleteObjectsCommand, GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { limits } from '@parley/contract/limits'
import type { Clock } from '../clock.js'
import { AppError } from '../errors.js'
import { dispositionOf } from './disposition.js'
import type { S3Config, Storage } from './storage.js'
import { linkWindow } from './window.js'

/** Files in a bucket, which hands them out itself. */
export function createS3Storage({ bucket, region, endpoint, ...credentials }: S3Config, clock: Clock): Storage {
  const client = new S3Client({
    region,
    credentials,
    ...(endpoint && { endpoint, forcePathStyle: true }),
    // What other makers' servers do not know; the size is checked by every one.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const amazon = `https://${bucket}.s3.${region}.amazonaws.com`
  return {
    async put(key, path, mimeType) {
      const { size } = await stat(path)
      const body = createReadStream(path)
      const command = { Bucket: bucket, Key: key, Body: body, ContentLength: size, ContentType: mimeType }
      await client.send(new PutObjectCommand(command)).catch(unavailable)
    },
    async read(key) {
      const command = new GetObjectCommand({ Bucket: bucket, Key: key })
      const found = await client
        .send(command)
        .catch((error: unknown) => (error instanceof NoSuchKey ? null : unavailable(error)))
      return (found?.Body as Readable | undefined) ?? null
    },
    async remove(keys) {
      if (keys.length === 0) return
      const objects = { Objects: keys.map((key) => ({ Key: key })), Quiet: true }
      const { Errors: errors = [] } = await client.send(new DeleteObjectsCommand({ Bucket: bucket, Delete: objects }))
      if (errors[0]) throw new Error(`S3 did not remove ${errors[0].Key}: ${errors[0].Message}`)
    },
    link(key, handing) {
      const command = new GetObjectCommand({
        Bucket: bucket,
        Key: key,
        ResponseContentType: handing.mimeType,
        ResponseContentDisposition: dispositionOf(handing),
        ResponseCacheControl: 'private, max-age=300',
      })
      const { from } = linkWindow(clock.now())
      return getSignedUrl(client, command, { expiresIn: limits.fileLinkSeconds, signingDate: new Date(from) })
    },
    origin: new URL(endpoint ?? amazon).origin,
    close: () => client.destroy(),
  }
}

function unavailable(cause: unknown): never {
  throw new AppError('unavailable', 'The storage of files does not answer.', { cause })
}
