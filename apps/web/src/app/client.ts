import { createParleyClient, localStorageOutbox } from '@parley/client'
import { countWaiting } from '../features/connection/waiting-messages'

/** Messages that are not sent yet survive a reload under names that begin so. */
const outbox = countWaiting(localStorageOutbox('parley.outbox'))

export const { waiting } = outbox

/** One for the page. The session lives in cookies that scripts cannot read. */
export const client = createParleyClient({ url: location.origin, auth: { kind: 'cookie' }, outbox })
