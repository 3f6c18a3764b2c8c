import { join } from 'node:path'
import type { StorageConfig } from '@parley/core/storage/storage'
import { z } from 'zod'

/** Where files are kept: with a bucket there, else in DATA_DIR. */
export const storageVariables = {
  S3_BUCKET: z.string().min(1).optional(),
  S3_REGION: z.string().min(1).default('us-east-1'),
  /** Of a server that is not Amazon's. */
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
}

type Storage = z.infer<z.ZodObject<typeof storageVariables>>

/** Half of what S3 needs is a mistake, not a wish for the disk. */
export function requireStorage({ value, issues }: { value: Storage; issues: z.core.$ZodRawIssue[] }): void {
  const needed = ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const
  if (needed.every((name) => value[name] === undefined)) return
  for (const name of needed.filter((one) => value[one] === undefined))
    issues.push({ code: 'custom', path: [name], message: 'is required for S3', input: value })
}

export function readStorage(env: Storage, dataDir: string): StorageConfig {
  const { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env
  const s3 =
    bucket && accessKeyId && secretAccessKey
      ? { bucket, region: env.S3_REGION, endpoint: env.S3_ENDPOINT ?? null, accessKeyId, secretAccessKey }
      : null
  return { folder: join(dataDir, 'files'), s3 }
}

/** As it may be logged. */
export const withoutSecret = ({ folder, s3 }: StorageConfig) => (s3 ? { ...s3, secretAccessKey: '***' } : folder)
