import { z } from 'zod'
import { limits } from './limits.js'
import { line } from './text.js'

/** What an API token can be allowed. Each procedure that takes tokens names one of these; the others take none. */
export const scopes = [
  'rooms:read',
  'rooms:write',
  /** To run a room: settings, members, roles, bans, and what others said or whom they invited. */
  'rooms:moderate',
  'messages:read',
  'messages:write',
  'users:read',
  'users:write',
  'presence:read',
  'presence:write',
] as const
export type Scope = (typeof scopes)[number]

const ScopeName = z.string().refine((name) => scopes.some((scope) => scope === name), 'is no scope')

export const CreateToken = z.object({
  name: line(limits.tokenName),
  scopes: z.array(ScopeName).min(1).max(scopes.length),
  /** Without one it is good until it is revoked. */
  expiresAt: z.date().optional(),
})
export type CreateToken = z.infer<typeof CreateToken>

/** The only time that the token is shown. */
export const CreatedToken = z.object({ id: z.uuid(), token: z.string() })
export type CreatedToken = z.infer<typeof CreatedToken>

export const TokenInfo = z.object({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(z.string()),
  createdAt: z.date(),
  /** To the minute. */
  lastUsedAt: z.date().nullable(),
  expiresAt: z.date().nullable(),
})
export type TokenInfo = z.infer<typeof TokenInfo>

export const RevokeToken = z.object({ id: z.uuid() })
export type RevokeToken = z.infer<typeof RevokeToken>
