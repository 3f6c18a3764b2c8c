import type { AppCode } from '@parley/contract/errors'
import { limits } from '@parley/contract/limits'

const units = ['bytes', 'KB', 'MB'] as const

/** A size as people say it: `840 bytes`, `12 KB`, `3.4 MB`. */
export function saySize(bytes: number): string {
  let value = bytes
  let unit = 0
  for (; value >= 1_000 && unit < units.length - 1; unit++) value /= 1_000
  const digits = unit === 2 && value < 10 ? 1 : 0
  return `${value.toFixed(digits)} ${units[unit]}`
}

/** Why a file could not be uploaded. */
export function sayUploadFailure(code: AppCode): string {
  switch (code) {
    case 'too_large':
      return `Too large: at most ${limits.fileBytes / 1024 / 1024} MB`
    case 'unauthenticated':
    case 'forbidden':
      return "You can't upload here"
    case 'conflict':
      return 'Too many unsent files'
    default:
      return "Couldn't upload"
  }
}

/** The end of a name, as a label for the kind of file: `PDF`. */
export const extensionOf = (name: string): string => /\.([a-z0-9]{1,4})$/i.exec(name)?.[1]?.toUpperCase() ?? ''
