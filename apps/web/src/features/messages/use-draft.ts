import { useEffect, useRef, useState } from 'react'
import { findDraft, saveDraft } from './drafts'

const everyMs = 250

/** The text of a room's composer, as it was left. Kept a moment after each key, and at the latest on the way out. */
export function useDraft(userId: string, roomId: string) {
  const [text, setText] = useState(() => findDraft(userId, roomId))
  const latest = useRef(text)
  latest.current = text

  useEffect(() => {
    const timer = setTimeout(() => saveDraft(userId, roomId, text), text === '' ? 0 : everyMs)
    return () => clearTimeout(timer)
  }, [userId, roomId, text])

  useEffect(() => {
    const save = () => saveDraft(userId, roomId, latest.current)
    addEventListener('pagehide', save)
    return () => {
      removeEventListener('pagehide', save)
      save()
    }
  }, [userId, roomId])

  return [text, setText] as const
}
