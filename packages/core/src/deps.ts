import type { Db } from '@parley/db/database'
import type { Logger } from 'pino'
import { createSessionCache } from './auth/session-cache.js'
import { createAuthLimits } from './auth/limits.js'
import { createSeals } from './auth/seals.js'
import { createTokens } from './auth/tokens.js'
import { type Clock, systemClock } from './clock.js'
import { mailCode } from './codes/service.js'
import type { CoreConfig, Deps } from './context.js'
import { mailEmailChange, mailEmailChanged } from './email-change/service.js'
import { createFiles } from './files/files.js'
import type { Door } from './gathering.js'
import { createJobs } from './jobs/jobs.js'
import { createJointReads } from './joint-reads.js'
import { createMailer } from './mail/mailer.js'
import { type LeavePreviews, makePreview } from './messages/previews.js'
import { createBacklogs, readChanges } from './messages/backlogs.js'
import { createWriter } from './messages/writer.js'
import { createOidc } from './oidc/protocol.js'
import { mailReset } from './passwords/reset.js'
import { createPresence } from './presence/presence.js'
import { createRosters } from './presence/rosters.js'
import { type Network, openNetwork } from './previews/network.js'
import { createPreviews } from './previews/previews.js'
import { createHub } from './realtime/hub.js'
import { createActivity } from './rooms/activity.js'
import { createDepartures } from './rooms/departures.js'
import { createSearchIndex } from './search/indexer.js'
import { createTogether } from './together.js'
import { createTyping } from './typing/typing.js'

/** Wires a process together. `close` stops its timers and ends its feeds; the database is the caller's. */
export function createDeps(
  config: CoreConfig,
  { db, log, clock = systemClock, network = openNetwork }: { db: Db; log: Logger; clock?: Clock; network?: Network },
): Deps & { close(): Promise<void> } {
  const sessions = createSessionCache()
  const door: Door = { waiting: 0 }
  const together = createTogether(door)
  const hub = createHub({
    log,
    onRevoked: sessions.revoke,
    async readSince(roomId, version) {
      const changes = await readChanges(db, roomId, version)
      await departures.check(roomId)
      return changes
    },
  })
  const departures = createDepartures({ db, hub })
  const activity = createActivity({ db, together, hub, log, departures })
  const typing = createTyping({ hub, clock })
  const presence = createPresence({ db, hub, clock, log })
  const index = createSearchIndex({ db, log })
  const mails = {
    'mail-code': (id: string) => mailCode(deps, id),
    'mail-reset': (id: string) => mailReset(deps, id),
    'mail-email-change': (id: string) => mailEmailChange(deps, id),
    'mail-email-changed': (id: string) => mailEmailChanged(deps, id),
  }
  const jobs = createJobs({
    db,
    log,
    handlers: {
      ...(config.mail && mails),
      ...(config.linkPreviews && { 'link-preview': (id: string) => makePreview(deps, id) }),
    },
  })
  const leavePreviews: LeavePreviews = config.linkPreviews
    ? (tx, messageIds) => jobs.leaveAll(tx, 'link-preview', messageIds)
    : null
  const writer = createWriter({
    db,
    hub,
    index,
    activity,
    departures,
    typing,
    clock,
    log,
    rate: config.messageRate,
    listOnline: presence.listOnline,
    leavePreviews,
  })
  const tokens = createTokens(config.jwtSecret, clock, config.jwtSecretPrevious)
  const authLimits = createAuthLimits(config.authRate, clock)
  const mailer = config.mail && createMailer(config.mail)
  const files = createFiles({ config: { ...config.files, jwtSecret: config.jwtSecret }, db, clock, log })
  const close = async () => {
    hub.close()
    await jobs.close()
    typing.close()
    activity.close()
    await presence.close()
    await writer.idle()
    await index.close()
    // Last: what was deleted may still have to be swept up.
    await files.close()
  }
  const deps = {
    config,
    db,
    log,
    clock,
    tokens,
    seals: createSeals(config.jwtSecret, config.jwtSecretPrevious),
    oidc: createOidc(config.publicUrl),
    sessions,
    door,
    reads: createJointReads(db, together),
    backlogs: createBacklogs(db, together),
    rosters: createRosters(db, presence, together),
    authLimits,
    jobs,
    files,
    mailer,
    hub,
    writer,
    index,
    previews: createPreviews({ network, log }),
    leavePreviews,
    activity,
    typing,
    presence,
    close,
  }
  return deps
}
