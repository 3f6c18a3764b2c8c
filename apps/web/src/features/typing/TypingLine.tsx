import { useTyping } from '@parley/client/react'
import { use } from 'react'
import { BlockedContext } from '../blocks/use-blocked'
import { typingText } from './typing-text'

/** Its room is always there, so that somebody starting to type moves nothing. */
export function TypingLine({ roomId }: { roomId: string }) {
  const blocked = use(BlockedContext)
  const text = typingText(useTyping(roomId).filter(({ id }) => !blocked.has(id)))
  return (
    <div className="flex h-6 items-center gap-2 px-3 text-stamp text-fg-muted" aria-live="polite">
      {text && (
        <>
          <span aria-hidden="true" className="flex gap-[3px]">
            {[0, 160, 320].map((delay) => (
              <span
                key={delay}
                style={{ animationDelay: `${delay}ms` }}
                className="size-[5px] animate-[breathe_1.2s_ease-in-out_infinite] rounded-full bg-fg-faint"
              />
            ))}
          </span>
          <span className="truncate">{text}</span>
        </>
      )}
    </div>
  )
}
