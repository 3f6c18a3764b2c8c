import { useConnection, useParley } from '@parley/client/react'
import { CloudOff, LoaderCircle } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { Banner, BannerPlace } from '../../ui/Banner'
import { Button } from '../../ui/Button'
import { sayConnection } from './say-connection'
import { useTroubled } from './use-troubled'
import type { WaitingMessages } from './waiting-messages'

/** What the connection is like, when it is not as it should be. */
export function ConnectionBanner({ waiting }: { waiting: WaitingMessages }) {
  const client = useParley()
  const connection = useConnection()
  const count = useSyncExternalStore(waiting.subscribe, waiting.get)
  const says = sayConnection(connection, count)
  const shown = useTroubled(says !== null, connection.status === 'offline' ? 0 : 2_000)

  return (
    <BannerPlace>
      {shown && says && (
        <Banner
          title={says.title}
          icon={
            says.trying ? (
              <LoaderCircle className="animate-spin text-fg-faint" aria-hidden="true" />
            ) : (
              <CloudOff className="text-warn" aria-hidden="true" />
            )
          }
          action={
            says.canRetry && (
              <Button size="sm" look="quiet" onClick={() => client.reconnect()}>
                Try now
              </Button>
            )
          }
        >
          {says.safe}
        </Banner>
      )}
    </BannerPlace>
  )
}
