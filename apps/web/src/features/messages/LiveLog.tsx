import type { Entry } from '@parley/client'
import type { Message } from '@parley/contract/messages'
import { use, useEffect, useRef, useState } from 'react'
import { BlockedContext } from '../blocks/use-blocked'
import { announcementOf } from './announcements'
import { liveAfter, newestSeq, type Known } from './live'

const everyMs = 1_000

interface Props {
  entries: readonly Entry[]
  /** The end of what is loaded is not the end of the room: what comes into the list now is history. */
  hasNewer: boolean
  selfId: string
  /** Of a thread: what is said in its room too is told there. */
  inThread: boolean
}

/**
 * Says what has just been written, at most once a second. Apart from the list: a live list would read history aloud
 * each time scrolling renders some.
 */
export function LiveLog({ entries, hasNewer, selfId, inThread }: Props) {
  const [text, setText] = useState('')
  const waiting = useRef<Message[]>([])
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const before = useRef<Known | null>(null)
  const blocked = use(BlockedContext)

  useEffect(() => {
    const now = { seq: newestSeq(entries), atEnd: !hasNewer }
    const known = liveAfter(before.current, now)
    // After a reset nothing is there for a moment; what was heard before is not news when it comes back.
    if (now.seq > 0 || before.current === null) before.current = now
    for (let i = entries.length - 1; i >= 0; i--) {
      const { state, message } = entries[i]!
      if (state !== 'sent') continue
      if (message.seq <= known) break
      if (message.sender.id === selfId || blocked.has(message.sender.id) || (inThread && message.alsoToRoom)) continue
      waiting.current.push(message)
    }
    if (waiting.current.length === 0 || timer.current) return
    timer.current = setTimeout(() => {
      timer.current = undefined
      setText(announcementOf(waiting.current.toSorted((a, b) => a.seq - b.seq)))
      waiting.current = []
    }, everyMs)
  }, [entries, hasNewer, selfId, inThread, blocked])

  useEffect(() => () => clearTimeout(timer.current), [])
  return (
    <div aria-live="polite" className="sr-only">
      {text}
    </div>
  )
}
