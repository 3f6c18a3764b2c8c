import type { Readable } from 'node:stream'
import type { Clock } from '../clock.js'
import { createDiskStorage } from './disk.js'
import { createS3Storage } from './s3.js'

/** How a file is handed to who may have it. */
export interface Handing {
  name: string
  mimeType: string
  /** Shown by a browser; else it is saved. */
  inline: boolean
}

export interface S3Config {
  bucket: string
  region: string
  /** `null`: Amazon's. */
  endpoint: string | null
  accessKeyId: string
  secretAccessKey: string
}

export interface StorageConfig {
  /** Where files are kept without S3, and where uploads are written first in any case. */
  folder: string
  s3: S3Config | null
}

/** Where the bytes of files are. Keys are made here, of letters, digits and dashes. */
export interface Storage {
  /** Takes over a file of this machine, which is gone afterwards or may be removed. */
  put(key: string, path: string, mimeType: string): Promise<void>
  /** `null`: it is not there. */
  read(key: string): Promise<Readable | null>
  /** What is not there is removed already. */
  remove(keys: string[]): Promise<void>
  /** An address that hands out the file to whoever has it, for `limits.fileLinkSeconds` at most. */
  link(key: string, handing: Handing): Promise<string>
  /** Where such addresses lead, if elsewhere. */
  origin: string | null
  close(): void
}

export const createStorage = (config: StorageConfig, secret: Buffer, clock: Clock): Storage =>
  config.s3 ? createS3Storage(config.s3, clock) : createDiskStorage(config.folder, secret, clock)
