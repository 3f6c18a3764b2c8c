import type { UserRef } from '@parley/contract/users'
import type { Db } from '@parley/db/database'
import type { Logger } from 'pino'
import type { LiveSession } from './auth/access.js'
import type { SessionCache } from './auth/session-cache.js'
import type { AuthLimits, Rate } from './auth/limits.js'
import type { Seals } from './auth/seals.js'
import type { Tokens } from './auth/tokens.js'
import type { Clock } from './clock.js'
import type { Files } from './files/files.js'
import type { Door } from './gathering.js'
import type { Jobs } from './jobs/jobs.js'
import type { JointReads } from './joint-reads.js'
import type { MailConfig, Mailer } from './mail/mailer.js'
import type { MessageRate } from './messages/rate.js'
import type { Backlogs } from './messages/backlogs.js'
import type { LeavePreviews } from './messages/previews.js'
import type { Oidc, OidcProvider } from './oidc/protocol.js'
import type { Writer } from './messages/writer.js'
import type { Presence } from './presence/presence.js'
import type { Rosters } from './presence/rosters.js'
import type { Previews } from './previews/previews.js'
import type { Connection } from './realtime/connection.js'
import type { Hub } from './realtime/hub.js'
import type { Activity } from './rooms/activity.js'
import type { SearchIndex } from './search/indexer.js'
import type { StorageConfig } from './storage/storage.js'
import type { Typing } from './typing/typing.js'

export interface CoreConfig {
  jwtSecret: string
  /** What it was before: what that signed still counts. */
  jwtSecretPrevious: string | null
  /** Who may make an account for themselves: everybody, who was invited, or nobody. */
  signup: 'open' | 'invite' | 'closed'
  /** How much one person may say in one room; `null`: as much as they like. */
  messageRate: MessageRate | null
  /** For how long what one said may be edited; `null`: for ever. */
  editWindowMs: number | null
  /** How often one address may try to register, log in and the like; `null`: as often as it likes. */
  authRate: Rate | null
  /** Who else may say who somebody is. */
  oidcProviders: OidcProvider[]
  /** Where people reach this server; links in mails are made of it and of nothing else. */
  publicUrl: URL
  files: StorageConfig
  /** Whether pages that messages link to are fetched. */
  linkPreviews: boolean
  /** `null`: this server mails nothing. */
  mail: MailConfig | null
  /** Not in production: what would be mailed is shown to who asks, where there is no mail. */
  showSecrets: boolean
}

/** What the whole process shares; made once by `createDeps`. */
export interface Deps {
  config: CoreConfig
  db: Db
  log: Logger
  clock: Clock
  tokens: Tokens
  seals: Seals
  oidc: Oidc
  sessions: SessionCache
  /** Sockets that have come and are not let in yet. */
  door: Door
  /** What everybody reads who comes, read once for all who come at once. */
  reads: JointReads
  /** Backlogs of rooms, read once for all who come back at once. */
  backlogs: Backlogs
  /** How present the members of rooms are, read the same way. */
  rosters: Rosters
  authLimits: AuthLimits
  jobs: Jobs
  files: Files
  mailer: Mailer | null
  hub: Hub
  writer: Writer
  index: SearchIndex
  previews: Previews
  leavePreviews: LeavePreviews
  activity: Activity
  typing: Typing
  presence: Presence
}

/** Who calls from where. */
export interface Caller {
  ip: string
  userAgent: string | null
  /** The socket of a call over ws; `null` over HTTP. */
  connection: Connection | null
  /** Ends an event stream that is not read. */
  cut?: () => void
}

/** The first argument of every service that anybody may call. */
export interface PublicCtx extends Deps {
  requestId: string
  caller: Caller
  session: LiveSession | null
}

/** What happens to a room in somebody's name, logged in or just coming. */
export type Acting = PublicCtx & { actor: Pick<UserRef, 'id'> }

/** The first argument of every other service: somebody is logged in. */
export interface Ctx extends PublicCtx {
  session: LiveSession
  actor: UserRef
}
