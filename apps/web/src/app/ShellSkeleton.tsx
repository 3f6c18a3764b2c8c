import { useEffect, useState } from 'react'
import { RoomListSkeleton } from '../features/rooms/RoomListSkeleton'
import { Banner, BannerPlace } from '../ui/Banner'
import { Button } from '../ui/Button'
import { client } from './client'
import { ConversationSkeleton } from './ConversationSkeleton'

/** What stands while the server is asked who is here; it says so when the server does not answer. */
export function ShellSkeleton() {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 4_000)
    return () => clearTimeout(timer)
  }, [])
  return (
    <main className="relative flex h-dvh overflow-hidden" aria-busy="true" aria-label="Loading">
      <div className="w-full shrink-0 bg-bg-sunken pt-25 md:w-66 md:border-e md:border-line">
        <RoomListSkeleton />
      </div>
      <div className="hidden grow flex-col md:flex">
        <ConversationSkeleton />
      </div>
      <BannerPlace>
        {late && (
          <Banner
            title="The server doesn't answer."
            action={
              <Button size="sm" look="quiet" onClick={() => client.reconnect()}>
                Try now
              </Button>
            }
          >
            Nothing is lost; we keep trying.
          </Banner>
        )}
      </BannerPlace>
    </main>
  )
}
