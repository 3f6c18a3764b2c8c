import type { Rate } from '@parley/core/auth/limits'
import type { MailConfig } from '@parley/core/mail/mailer'
import type { OidcProvider } from '@parley/core/oidc/protocol'
import type { MessageRate } from '@parley/core/messages/rate'
import { z } from 'zod'
import type { StorageConfig } from '@parley/core/storage/storage'
import { oidcProviders } from './config-oidc.js'
import { readStorage, requireStorage, storageVariables, withoutSecret } from './config-storage.js'

const origins = z
  .string()
  .default('')
  .transform((list) => list.split(/[\s,]+/).filter(Boolean))
  .pipe(z.array(z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin)))

const unitMs = { s: 1_000, m: 60_000, h: 3_600_000 }

/** `5/10s`: five in ten seconds; `0`: no limit. */
const rate = z
  .string()
  .regex(/^(0|[1-9]\d*\/[1-9]\d*[smh])$/, 'must be like 5/10s, or 0')
  .transform((text): Rate | null => {
    const [count = '', per = ''] = text.split('/')
    if (!per) return null
    return { count: Number(count), perMs: Number.parseInt(per, 10) * unitMs[per.at(-1) as keyof typeof unitMs] }
  })

/** How many proxies of ours stand in front: a number, or yes for one. */
const proxies = z
  .union([z.coerce.number().int().min(0).max(10), z.stringbool()], 'must be a number of proxies, true or false')
  .default(0)
  .transform(Number)

const Environment = z
  .object({
    NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    HOST: z.string().min(1).default('127.0.0.1'),
    /** Where people reach it; links and cookies are made for it. */
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    /** PostgreSQL ≥ 15; absent: the embedded database in DATA_DIR. */
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    DATA_DIR: z.string().min(1).default('./data'),
    /** Signs the tokens; absent in development: made and kept in DATA_DIR. */
    JWT_SECRET: z.string().min(1).optional(),
    /** What JWT_SECRET was before; what that signed still counts. */
    JWT_SECRET_PREVIOUS: z.string().min(1).optional(),
    /** Where mails go out: `smtp://user:password@host:port` or `smtps://`; absent: nothing is mailed. */
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    /** Whom mails are from. */
    MAIL_FROM: z.string().min(3).max(200).optional(),
    SIGNUP: z.enum(['open', 'invite', 'closed']).default('open'),
    /** Who else may say who somebody is, as JSON: `[{"id":"google","clientId":"…","clientSecret":"…"}]`. */
    OIDC_PROVIDERS: oidcProviders,
    /** How many messages one person may send to one room in how long; the next one mutes them. `0`: no limit. */
    MESSAGE_RATE: rate.prefault('5/10s'),
    /** How often one address may try to register, log in, or prove itself otherwise. `0`: no limit. */
    AUTH_RATE: rate.prefault('10/1m'),
    /** How often one API token or session may ask the REST bridge. `0`: no limit. */
    API_RATE: rate.prefault('600/1m'),
    MUTE_SECONDS: z.coerce.number().int().min(0).max(86_400).default(30),
    /** For how many seconds what one said may be edited. `0`: for ever. */
    EDIT_WINDOW: z.coerce.number().int().min(0).default(0),
    /** How many calls one socket may make in a second, and twice as many at once. `0`: no limit. */
    SOCKET_CALLS: z.coerce.number().int().min(0).default(500),
    /** Other origins whose pages may call, separated by commas. */
    CORS_ORIGINS: origins,
    /** How many proxies of ours stand in front, each of which appends to X-Forwarded-For; `true`: one. */
    TRUST_PROXY: proxies,
    /** Whether the pages that messages link to are fetched, to show what they say of themselves. */
    LINK_PREVIEWS: z.stringbool().default(true),
    ...storageVariables,
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  })
  .refine(({ NODE_ENV, JWT_SECRET = '' }) => NODE_ENV !== 'production' || JWT_SECRET.length >= 32, {
    path: ['JWT_SECRET'],
    message: 'is required in production, with at least 32 characters',
  })
  .check(requireStorage)

export interface Config {
  production: boolean
  port: number
  host: string
  publicUrl: URL
  databaseUrl: string | undefined
  dataDir: string
  jwtSecret: string | undefined
  jwtSecretPrevious: string | null
  mail: MailConfig | null
  /** What would be mailed is shown to who asks, where there is no mail. */
  showSecrets: boolean
  signup: 'open' | 'invite' | 'closed'
  oidcProviders: OidcProvider[]
  files: StorageConfig
  messageRate: MessageRate | null
  /** `null`: for ever. */
  editWindowMs: number | null
  linkPreviews: boolean
  /** `null`: no limit. */
  socketCallsPerSecond: number | null
  authRate: Rate | null
  apiRate: Rate | null
  corsOrigins: string[]
  /** How many of ours stand in front. */
  proxies: number
  logLevel: string
}

/** Names the variable that is wrong. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/** Reads the environment; empty variables count as absent. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new ConfigError(`The environment is not right:\n${lines.join('\n')}`)
  }
  const { data } = parsed
  const publicUrl = new URL(data.PUBLIC_URL ?? `http://localhost:${data.PORT}`)
  const from = data.MAIL_FROM ?? `Parley <no-reply@${publicUrl.hostname}>`
  return {
    production: data.NODE_ENV === 'production',
    port: data.PORT,
    host: data.HOST,
    publicUrl,
    databaseUrl: data.DATABASE_URL,
    dataDir: data.DATA_DIR,
    jwtSecret: data.JWT_SECRET,
    jwtSecretPrevious: data.JWT_SECRET_PREVIOUS ?? null,
    mail: data.SMTP_URL ? { url: data.SMTP_URL, from } : null,
    showSecrets: data.NODE_ENV !== 'production',
    signup: data.SIGNUP,
    oidcProviders: data.OIDC_PROVIDERS,
    files: readStorage(data, data.DATA_DIR),
    linkPreviews: data.LINK_PREVIEWS,
    messageRate: data.MESSAGE_RATE && { ...data.MESSAGE_RATE, muteMs: data.MUTE_SECONDS * 1_000 },
    editWindowMs: data.EDIT_WINDOW * 1_000 || null,
    socketCallsPerSecond: data.SOCKET_CALLS || null,
    authRate: data.AUTH_RATE,
    apiRate: data.API_RATE,
    corsOrigins: data.CORS_ORIGINS,
    proxies: data.TRUST_PROXY,
    logLevel: data.LOG_LEVEL,
  }
}

/** The configuration as it may be logged. */
export function maskConfig(config: Config): Record<string, unknown> {
  return {
    ...config,
    publicUrl: config.publicUrl.origin,
    databaseUrl: config.databaseUrl ? maskUrl(config.databaseUrl) : `embedded, in ${config.dataDir}`,
    jwtSecret: config.jwtSecret ? '***' : 'kept in the data folder',
    jwtSecretPrevious: config.jwtSecretPrevious ? '***' : 'none',
    oidcProviders: config.oidcProviders.map((provider) => ({ ...provider, clientSecret: '***' })),
    files: withoutSecret(config.files),
    mail: config.mail ? { ...config.mail, url: maskUrl(config.mail.url) } : 'nothing is mailed',
  }
}

function maskUrl(text: string): string {
  const url = new URL(text)
  if (url.password) url.password = '***'
  return url.toString()
}
