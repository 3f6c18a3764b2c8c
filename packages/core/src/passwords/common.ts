import { limits } from '@parley/contract/limits'
import { AppError } from '../errors.js'

let common: Promise<Set<string>> | undefined

/** Read on first use: unpacking the list takes 20 ms, and most processes never need it. */
async function readCommon(): Promise<Set<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  return new Set(dictionary['passwords-common'].filter((password) => password.length >= limits.password.min))
}

/** Refuses what everybody's guessing starts with; `field` is where the caller gave it. */
export async function requireUncommon(password: string, field: string): Promise<void> {
  common ??= readCommon()
  if (!(await common).has(password.toLowerCase())) return
  const message = 'is one of the most common passwords'
  throw new AppError('invalid', `${field} ${message}.`, { details: [{ path: [field], message }] })
}
