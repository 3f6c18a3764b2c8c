import type { Migration } from 'kysely'
import * as talk from '../migrations/0001-talk.js'
import * as roomsAndPeople from '../migrations/0002-rooms-and-people.js'
import * as identity from '../migrations/0003-identity.js'
import * as comingIn from '../migrations/0004-coming-in.js'
import * as reportsAndNotifications from '../migrations/0005-reports-and-notifications.js'
import * as departures from '../migrations/0006-departures.js'
import * as files from '../migrations/0007-files.js'
import * as sealedFactors from '../migrations/0008-sealed-factors.js'
import * as threadsAndPins from '../migrations/0009-threads-and-pins.js'
import * as linkPreviews from '../migrations/0010-link-previews.js'
import * as search from '../migrations/0011-search.js'
import * as sends from '../migrations/0012-sends.js'

/** In order. Forward only: going back is restoring a backup. */
export const migrations: Record<string, Migration> = {
  '0001-talk': talk,
  '0002-rooms-and-people': roomsAndPeople,
  '0003-identity': identity,
  '0004-coming-in': comingIn,
  '0005-reports-and-notifications': reportsAndNotifications,
  '0006-departures': departures,
  '0007-files': files,
  '0008-sealed-factors': sealedFactors,
  '0009-threads-and-pins': threadsAndPins,
  '0010-link-previews': linkPreviews,
  '0011-search': search,
  '0012-sends': sends,
}

/**
 * The oldest migration that a binary must know to run on this schema. Raise it in the release after the one that
 * stopped using what a migration removes, so that old and new processes can run side by side during a deploy.
 */
export const oldestBinary = '0008-sealed-factors'
